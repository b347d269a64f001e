using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

internal static class Heartbeat {
    private const int CodeLength = 64;
    private const int MostAlarms = 20;

    /// <summary>After this a connector counts as gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    public static async Task Record(WorkRequest request, TenantScope tenant, PlatformScope platform, Caller device, CancellationToken stop) {
        string[] alarms = [.. (request.Alarms ?? []).Where(IsCode).Take(MostAlarms)];
        var version = request.Version is { } v && IsCode(v) ? v : null;
        while (true) {
            var was = await tenant.Documents.Get(Connector.Kind, device.Id, stop);
            var batch = tenant.Batch().SendToPlatform(new ConnectorSeen(device.Id, tenant.Now, version, alarms));
            if (was is not null) batch.Replace(was, Seen(was.Value));
            else if (await platform.Documents.Get(Device.Kind, device.Id, stop) is { } enrolled)
                batch.Create(Connector.Kind, device.Id, Seen(new(enrolled.Value.Name, enrolled.Value.EnrolledAt, null, null, null, null, [])));
            if (await tenant.Commit(batch, stop) == CommitResult.Committed) return;
        }

        Connector Seen(Connector was) => was with {
            Version = version, LastSeen = tenant.Now, SkewMilliseconds = request.SkewMilliseconds, QueueLength = Math.Max(0, request.QueueLength), Alarms = alarms,
        };
    }

    /// <summary>Only codes go on to the desk: free text from a site could hold anything.</summary>
    private static bool IsCode(string text) => text.Length is > 0 and <= CodeLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+' or '_');
}
