using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>
/// Looks every minute whether a release lies in the data folder's <c>updates</c> and may go in, and whether one on trial has to go out again. It does not matter who laid
/// it there: <see cref="ReleaseFetch"/>, or a person. Whose signatures count stands in <see cref="ReleaseKeys"/>.
/// </summary>
internal sealed class UpdateWatch(EdgeOptions options, Trial trial, Func<DateOnly> today, ReleaseRing ring) {
    private readonly ReleaseFolder _folder = new(options.DataFolder);
    private string? _said;

    /// <returns>True: another program stands under the name now, and this one has to end.</returns>
    public bool Look() {
        if (trial.IsOver) {
            trial.TakeBack();
            return true;
        }
        if (trial.IsUnderWay || !_folder.HoldsSomething) return false;
        var release = _folder.Release;
        var why = release is null ? UpdateRule.NotSigned : UpdateRule.WhyNot(release, options, ring, trial.Bad, today()) ?? Begin(release);
        if (why is null) return true;
        if (_said != why) options.Log.WriteLine($"update waits: {why}");
        _said = why;
        return false;
    }

    private string? Begin(EdgeRelease release) {
        try {
            return trial.TryBegin(release, _folder.Package);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            return UpdateRule.CannotWrite;
        }
    }
}
