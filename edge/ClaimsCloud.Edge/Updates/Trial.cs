using System.Text.Json;

namespace ClaimsCloud.Edge.Updates;

/// <summary>What is being tried.</summary>
/// <param name="Starts">How often the new program has started without being heard by the cloud.</param>
internal sealed record TrialState(string Version, int Starts, DateTimeOffset Since);

/// <summary>
/// Puts a new program in the place of the old one, and the old one back when the new one does not live: three starts, or a quarter of an hour, without a heartbeat that
/// the cloud took. The old program stays beside it until then. The service manager starts what stands under the name.
/// </summary>
internal sealed class Trial(string program, string dataFolder, TimeProvider time) {
    private const int StartsAllowed = 3;
    private static readonly TimeSpan TimeAllowed = TimeSpan.FromMinutes(15);

    private string Old => program + ".old";
    private string New => program + ".new";
    private string StateFile => Path.Combine(dataFolder, "update.json");
    private string BadFile => Path.Combine(dataFolder, "update-bad.txt");

    public IReadOnlyCollection<string> Bad => File.Exists(BadFile) ? File.ReadAllLines(BadFile) : [];

    public bool IsUnderWay => File.Exists(StateFile);

    /// <summary>The state is written before the first rename: whatever happens, a start knows where it is.</summary>
    /// <exception cref="InvalidDataException">The package is not the one that was signed.</exception>
    public void Begin(Release release, string package) {
        if (DurableFiles.Hash(package) != release.Sha256) throw new InvalidDataException("更新ファイルの中身が、署名されたものと違います。");
        DurableFiles.Copy(package, New);
        if (DurableFiles.Hash(New) != release.Sha256) throw new IOException("the disk gave back other bytes than it got");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(New, File.GetUnixFileMode(program));
        Write(new(release.Version, 0, time.GetUtcNow()));
        Finish();
    }

    /// <summary>Called first of all when the program starts.</summary>
    /// <returns>False: another program than this one stands under the name now, and this one has to end.</returns>
    public bool MayGoOn() {
        if (Read() is not { } state) return true;
        if (File.Exists(New)) {
            // The PC went off before the new program had its name: this is still the old one.
            Finish();
            return false;
        }
        if (state.Starts >= StartsAllowed || time.GetUtcNow() - state.Since > TimeAllowed) {
            TakeBack();
            return false;
        }
        Write(state with { Starts = state.Starts + 1 });
        return true;
    }

    /// <summary>The cloud heard the new program.</summary>
    public void Lives() {
        if (!IsUnderWay) return;
        File.Delete(Old);
        File.Delete(StateFile);
    }

    /// <summary>True when a program that runs has waited in vain for too long.</summary>
    public bool IsOver => Read() is { } state && time.GetUtcNow() - state.Since > TimeAllowed;

    public void TakeBack() {
        if (Read() is not { } state) return;
        File.AppendAllText(BadFile, state.Version + Environment.NewLine);
        if (File.Exists(Old)) {
            if (OperatingSystem.IsWindows()) File.Replace(Old, program, program + ".bad");
            else File.Move(Old, program, overwrite: true);
        }
        File.Delete(New);
        File.Delete(StateFile);
    }

    /// <summary>There is a program under the name at every moment: the old one is copied (Unix) or kept by the system in the same act (Windows).</summary>
    private void Finish() {
        if (OperatingSystem.IsWindows()) {
            File.Replace(New, program, Old);
            return;
        }
        DurableFiles.Copy(program, Old);
        File.SetUnixFileMode(Old, File.GetUnixFileMode(program));
        File.Move(New, program, overwrite: true);
        DurableFiles.FlushFolder(Path.GetDirectoryName(program)!);
    }

    private TrialState? Read() => File.Exists(StateFile) ? JsonSerializer.Deserialize<TrialState>(File.ReadAllBytes(StateFile)) : null;

    private void Write(TrialState state) => DurableFiles.WriteSecret(StateFile, JsonSerializer.SerializeToUtf8Bytes(state));
}
