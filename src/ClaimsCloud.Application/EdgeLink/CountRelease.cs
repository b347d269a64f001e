using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Counts where a release runs, and stops it by itself when it did not live at too many sites. Programs that came by an installer are no releases and are not counted.</summary>
internal static class CountRelease {
    public static async Task Handle(Received<ProgramChanged> message, PlatformScope platform, CancellationToken stop) {
        var change = message.Body;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var batch = platform.Batch().Consume(message);
            foreach (var version in ((string?[])[change.Version, change.Former, change.RolledBack]).OfType<string>().Distinct())
                if (Release.IdOf(change.Runtime, version) is { } id && await platform.Documents.Get(Release.Kind, id, stop) is { } stored)
                    batch.Replace(stored, After(stored.Value, version, change, platform.Now));
            result = await platform.Commit(batch, stop);
        }
    }

    private static Release After(Release release, string version, ProgramChanged change, DateTimeOffset now) {
        var moved = (version == change.Version ? 1 : 0) - (version == change.Former ? 1 : 0);
        var counted = release with { Running = Math.Max(0, release.Running + moved) };
        if (version != change.RolledBack || version == change.Version) return counted;
        string[] at = [.. release.FailedAt.Append(change.DeviceId).Distinct()];
        return counted with { FailedAt = at, StoppedAt = release.StoppedAt ?? (at.Length > Release.FailuresAllowed ? now : null) };
    }
}
