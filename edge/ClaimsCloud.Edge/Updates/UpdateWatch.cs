using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClaimsCloud.Edge.Updates;

/// <summary>
/// Looks every minute whether a release lies in the data folder's <c>updates</c> (<c>release.json</c> and <c>package</c>) and may go in, and whether one on trial has
/// to go out again. Whose signatures count stands in <c>release-keys.json</c> beside the program; without it nothing goes in.
/// </summary>
internal sealed class UpdateWatch(string program, string dataFolder, Trial trial, Func<DateOnly> today, Ring ring, TextWriter log) {
    private string? _said;

    /// <returns>True: another program stands under the name now, and this one has to end.</returns>
    public bool Look() {
        if (trial.IsOver) {
            trial.TakeBack();
            return true;
        }
        var (notice, package) = (Path.Combine(dataFolder, "updates", "release.json"), Path.Combine(dataFolder, "updates", "package"));
        if (trial.IsUnderWay || !File.Exists(notice) || !File.Exists(package)) return false;
        var (release, why) = Read(notice);
        if (release is null || why is not null) {
            Say(why ?? UpdateRule.NotSigned);
            return false;
        }
        trial.Begin(release, package);
        return true;
    }

    private (Release?, string?) Read(string notice) {
        var keys = Path.Combine(Path.GetDirectoryName(program)!, "release-keys.json");
        try {
            if (File.Exists(keys) && JsonSerializer.Deserialize<ReleaseKeys>(File.ReadAllBytes(keys)) is { Vendor: not null, People: not null } known
                && JsonSerializer.Deserialize<Release>(File.ReadAllBytes(notice)) is { Version: not null, Runtime: not null, Sha256: not null, Signature: not null, Approvals: not null } release)
                return (release, UpdateRule.WhyNot(release, known, System.Version.Parse(EdgeHost.Version), RuntimeInformation.RuntimeIdentifier, ring, trial.Bad, today()));
        } catch (JsonException) {
            // As unsigned.
        }
        return (null, UpdateRule.NotSigned);
    }

    private void Say(string why) {
        if (_said == why) return;
        _said = why;
        log.WriteLine($"update waits: {why}");
    }
}
