using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Desk;

/// <summary>Takes in what stations say. Messages come late, twice and in any order; each step keeps the newest and forgets nothing.</summary>
internal static class ProjectStation {
    public static Task Opened(Received<StationOpened> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, message.Body.TenantId, platform, s => s with { StationName = message.Body.StationName }, stop);

    public static Task Seen(Received<ConnectorSeen> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s.Connectors.TryGetValue(message.Body.DeviceId, out var known) && IsNewer(known, message.Body)
            ? s : s with { Connectors = new Dictionary<string, ConnectorSeen>(s.Connectors) { [message.Body.DeviceId] = message.Body } }, stop);

    public static Task Counted(Received<OpenFilesCounted> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s.FilesRevision >= message.Body.Revision
            ? s : s with { OpenFiles = message.Body.Count, FilesRevision = message.Body.Revision }, stop);

    public static Task Parked(Received<MessageParked> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s with { ParkedMessages = [.. Without(s, message.Body.MessageId), message.Body] }, stop);

    public static Task Resent(Received<MessageResent> message, PlatformScope platform, CancellationToken stop) =>
        Change(message, Sender(message), platform, s => s with { ParkedMessages = [.. Without(s, message.Body.MessageId)] }, stop);

    private static IEnumerable<MessageParked> Without(StationProjection station, string messageId) => station.ParkedMessages.Where(m => m.MessageId != messageId);

    /// <summary>Of the same instant, the one that names a version is from the connector itself and not from its enrolment.</summary>
    private static bool IsNewer(ConnectorSeen known, ConnectorSeen arrived) =>
        known.At > arrived.At || known.At == arrived.At && arrived.Version is null;

    /// <summary>Who sent it stands on the envelope; what a body says about that would prove nothing.</summary>
    private static string Sender<T>(Received<T> message) where T : class =>
        message.From.Tenant?.Value ?? throw new InvalidOperationException("Only a tenant sends this.");

    private static async Task Change<T>(Received<T> message, string station, PlatformScope platform, Func<StationProjection, StationProjection> change, CancellationToken stop) where T : class {
        // The platform's own messages and each tenant's arrive side by side.
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var was = await platform.Documents.Get(StationProjection.Kind, station, stop);
            var batch = platform.Batch().Consume(message);
            if (was is null) batch.Create(StationProjection.Kind, station, change(StationProjection.Empty));
            else batch.Replace(was, change(was.Value));
            result = await platform.Commit(batch, stop);
        }
    }
}
