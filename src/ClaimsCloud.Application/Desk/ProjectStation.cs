using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Desk;

/// <summary>Takes in what stations say, each message once.</summary>
internal static class ProjectStation {
    public static Task Opened(Received<StationOpened> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, message.Body.TenantId, platform, s => s with { StationName = message.Body.StationName }, stop);

    public static Task Seen(Received<ConnectorSeen> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => StationSteps.Seen(s, message.Body), stop);

    public static Task Job(Received<JobSeen> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => StationSteps.Job(s, message.Body), stop);

    public static Task Results(Received<ResultsCameUp> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => StationSteps.Good(s, StationSteps.Results, message.Body.At), stop);

    public static Task Month(Received<MonthCounted> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s.Month?.Revision >= message.Body.Revision ? s : s with { Month = message.Body }, stop);

    public static Task Counted(Received<OpenFilesCounted> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s.FilesRevision >= message.Body.Revision
            ? s : s with { OpenFiles = message.Body.Count, FilesRevision = message.Body.Revision }, stop);

    public static Task Parked(Received<MessageParked> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s with { ParkedMessages = [.. Without(s, message.Body.MessageId), message.Body] }, stop);

    public static Task Resent(Received<MessageResent> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s with { ParkedMessages = [.. Without(s, message.Body.MessageId)] }, stop);

    /// <summary>Who sent it stands on the envelope; what a body says about that would prove nothing.</summary>
    public static string Sender<T>(Received<T> message) where T : class =>
        message.From.Tenant?.Value ?? throw new InvalidOperationException("Only a tenant sends this.");

    private static IEnumerable<MessageParked> Without(StationProjection station, string messageId) => station.ParkedMessages.Where(m => m.MessageId != messageId);

    private static async Task Change<T>(Received<T> message, string station, PlatformScope platform, Func<StationProjection, StationProjection> change, CancellationToken stop) where T : class {
        // The platform's own messages and each tenant's arrive side by side.
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var was = await platform.Documents.Get(StationProjection.Kind, station, stop);
            var now = change(was?.Value ?? StationProjection.Empty) with { ChangedAt = platform.Now };
            var batch = platform.Batch().Consume(message);
            if (was is null) batch.Create(StationProjection.Kind, station, now);
            else batch.Replace(was, now);
            result = await platform.Commit(batch, stop);
        }
    }
}
