using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

internal static class Heartbeat {
    private const int CodeLength = 64;
    private const int MostAlarms = 20;
    private const int PlaceLength = 16;
    private const string TwoConnectors = "two-connectors";

    /// <summary>After this a connector counts as gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    /// <returns>Null: go on. A refusal when the device was revoked, or when its identity is alive at another place: of two the first stays, and both are reported.</returns>
    public static async Task<Refusal?> Record(WorkRequest request, TenantScope tenant, PlatformScope platform, Caller device, CancellationToken stop) {
        string[] alarms = [.. (request.Alarms ?? []).Where(IsCode).Take(MostAlarms)];
        var version = request.Version is { } v && IsCode(v) ? v : null;
        var place = IsPlace(request.Place) ? request.Place : null;
        var program = Checked(request.Program);
        while (true) {
            var stored = await tenant.Documents.Get(Connector.Kind, device.Id, stop);
            var enrolled = stored is null ? (await platform.Documents.Get(Device.Kind, device.Id, stop))?.Value : null;
            var was = stored?.Value ?? (enrolled is null ? null : new Connector(enrolled.Name, enrolled.EnrolledAt, null, null, null, null, []));
            if (was?.RevokedAt is not null) return Refusals.DeviceRevoked;

            var isRival = was is not null && IsRival(was, place);
            var now = was is null ? null : isRival ? was with { RivalSeen = tenant.Now, Alarms = WithRival(was.Alarms) } : Seen(was);
            var batch = tenant.Batch().SendToPlatform(new ConnectorSeen(device.Id, tenant.Now, version, now?.Alarms ?? alarms, OnHours.Usual(now?.Heard)) {
                Health = now?.Health, Program = now?.Program, SkewMilliseconds = now?.SkewMilliseconds, QueueLength = now?.QueueLength,
            });
            if (!isRival && was is not null && program is not null && version is not null && (was.Program is null || was.Version != version || was.Program.RolledBack != program.RolledBack))
                batch.SendToPlatform(new ProgramChanged(device.Id, program.Runtime, version, was.Program is null ? null : was.Version, program.RolledBack));
            if (stored is not null) batch.Replace(stored, now!);
            else if (now is not null) batch.Create(Connector.Kind, device.Id, now);
            if (await tenant.Commit(batch, stop) == CommitResult.Committed) return isRival ? Refusals.Fenced : null;
        }

        bool IsRival(Connector was, string? from) => was.Place is not null && from is not null && was.Place != from && tenant.Now - was.LastSeen < Silence;

        Connector Seen(Connector was) => was with {
            Version = version, LastSeen = tenant.Now, SkewMilliseconds = request.SkewMilliseconds, QueueLength = Math.Max(0, request.QueueLength),
            Alarms = was.Place == place && tenant.Now - was.RivalSeen < Silence ? WithRival(alarms) : alarms,
            Place = place ?? was.Place, Health = Checked(request.Health) ?? was.Health, Program = program ?? was.Program, Heard = OnHours.Heard(was.Heard, tenant.Now),
        };
    }

    public static bool IsPlace(string? text) => text is { Length: PlaceLength } && text.All(char.IsAsciiHexDigitLower);

    private static string[] WithRival(IReadOnlyList<string> alarms) => [.. alarms.Append(TwoConnectors).Distinct()];

    private static EdgeHealth? Checked(EdgeHealth? health) =>
        health is not null && IsCode(health.Boot ?? "") && IsCode(health.Settings ?? "") && health.Os is { Length: <= CodeLength } os && os.All(c => c is >= ' ' and < '\u007F') ? health : null;

    private static EdgeProgram? Checked(EdgeProgram? program) =>
        program is not null && IsCode(program.Runtime ?? "") && Enum.IsDefined(program.Ring) && (program.RolledBack is null || EdgeRelease.VersionOf(program.RolledBack) is not null)
        && (program.Waits is null || IsCode(program.Waits)) ? program : null;

    /// <summary>Only codes go on to the desk: free text from a site could hold anything.</summary>
    private static bool IsCode(string text) => text.Length is > 0 and <= CodeLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+' or '_');
}
