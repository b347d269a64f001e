using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Contracts;

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
    private const int BusyOnLinux = 26;
    private const int SharedOnWindows = 32;
    private static readonly TimeSpan TimeAllowed = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StartAllowed = TimeSpan.FromMinutes(1);

    private string Old => program + ".old";
    private string New => program + ".new";
    private string StateFile => Path.Combine(dataFolder, "update.json");
    private string BadFile => Path.Combine(dataFolder, "update-bad.txt");

    /// <summary>Versions that did not live here, the last one at the end.</summary>
    public IReadOnlyList<string> Bad => File.Exists(BadFile) ? File.ReadAllLines(BadFile) : [];

    public bool IsUnderWay => File.Exists(StateFile);

    /// <summary>The state is written before the first rename: whatever happens, a start knows where it is.</summary>
    /// <returns>Null when it has begun. Else nothing changed: the package is not the one that was signed, or it does not even start here.</returns>
    public string? TryBegin(EdgeRelease release, string package) {
        if (DurableFiles.Hash(package) != release.Sha256) return UpdateRule.NotSigned;
        DurableFiles.Copy(package, New);
        if (DurableFiles.Hash(New) != release.Sha256) throw new IOException("the disk gave back other bytes than it got");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(New, File.GetUnixFileMode(program));
        if (!Starts(New, release.Version)) {
            File.AppendAllText(BadFile, release.Version + Environment.NewLine);
            File.Delete(New);
            return UpdateRule.KnownBad;
        }
        Write(new(release.Version, 0, time.GetUtcNow()));
        Finish();
        return null;
    }

    /// <summary>A program that cannot start could not count its starts either, and would never go out again.</summary>
    /// <exception cref="IOException">Somebody still has the file open.</exception>
    private static bool Starts(string program, string version) {
        try {
            using var asked = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = new StringBuilder();
            asked.OutputDataReceived += (_, line) => said.Append(line.Data);
            asked.BeginOutputReadLine();
            if (!asked.WaitForExit(StartAllowed)) {
                asked.Kill();
                return false;
            }
            // Once more, for the rest of what it said.
            asked.WaitForExit();
            return asked.ExitCode == 0 && said.ToString().Split('+')[0] == version;
        } catch (Win32Exception e) when (e.NativeErrorCode is BusyOnLinux or SharedOnWindows) {
            throw new IOException("the new program is still open", e);
        } catch (Win32Exception) {
            return false;
        }
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
