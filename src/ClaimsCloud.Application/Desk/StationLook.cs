using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>
/// What a station showed under its grant. The desk asks, the station decides, logs and answers; the answer is gone when the grant ends, for whatever reason.
/// </summary>
internal sealed record StationLook(string StationId, LookRow Row) {
    public static readonly DocumentIndex<StationLook> ByTime = new("asked", l => SortKeys.Of(l.Row.AskedAt));
    public static readonly DocumentKind<StationLook> Kind = new("station-look", ByTime);
    private static readonly TimeSpan LongestGrant = TimeSpan.FromHours(24);

    public static async Task<Results<Ok<LookRow>, Refused>> Ask(string stationId, PlatformScope platform, DeskScope desk, Caller caller, CancellationToken stop) {
        if (await desk.Station(stationId, stop) is not { } station) return (Refused)Refusals.NotFound;
        if (!Holds(station.Grant, platform)) return (Refused)DeskRefusals.NoGrant;
        var row = new LookRow(platform.Ids.Next(), "asked", platform.Now, null, [], []);
        await platform.Commit(platform.Batch().Create(Kind, row.LookId, new(stationId, row)).SendToTenant(new TenantId(stationId), new LookWanted(row.LookId, caller.Id)), stop);
        return TypedResults.Ok(row);
    }

    public static async Task<Results<Ok<LookRow>, Refused>> Read(string stationId, string lookId, PlatformScope platform, DeskScope desk, CancellationToken stop) =>
        DocumentLimits.IsId(lookId) && await platform.Documents.Get(Kind, lookId, stop) is { } look && look.Value.StationId == stationId
        && (look.Value.Row.State != "shown" || look.Value.Row.Until > platform.Now && Holds((await desk.Station(stationId, stop))?.Grant, platform))
            ? TypedResults.Ok(look.Value.Row) : (Refused)Refusals.NotFound;

    public static async Task Answered(Received<LookAnswered> message, PlatformScope platform, CancellationToken stop) {
        var said = message.Body;
        if (await platform.Documents.Get(Kind, said.LookId, stop) is not { } look || look.Value.StationId != ProjectStation.Sender(message)) return;
        var row = look.Value.Row with { State = said.Until is null ? "refused" : "shown", Until = said.Until, Connectors = said.Connectors, Files = said.Files };
        await platform.Commit(platform.Batch().Consume(message).Replace(look, look.Value with { Row = row }), stop);
    }

    public static async Task ForgetOld(PlatformScope platform, CancellationToken stop) {
        await foreach (var look in platform.Documents.All(Kind, ByTime, new(null, SortKeys.Of(platform.Now - LongestGrant)), stop)) await platform.Commit(platform.Batch().Delete(look), stop);
    }

    private static bool Holds(DeskGrant? grant, PlatformScope platform) => grant?.Until > platform.Now;
}
