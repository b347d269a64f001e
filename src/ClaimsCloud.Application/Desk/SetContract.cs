using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Desk.Tickets;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>Who keeps a station's line and terminal in order, and how fast. No password of a line provider has a place in it.</summary>
internal static class SetContract {
    private const int LongestText = 60;
    private const int MostHours = 200;
    private const int MostYen = 1_000_000;
    private const int MostHolidays = 60;

    public static async Task<Results<Ok<FleetStation>, Refused>> Handle(string stationId, ContractRow contract, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (!IsSound(contract)) return (Refused)DeskRefusals.InvalidContract;
        while (true) {
            if (!DocumentLimits.IsId(stationId) || await platform.Documents.Get(StationProjection.Kind, stationId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var changed = stored.Value with { Contract = contract, ChangedAt = platform.Now };
            if (await platform.Commit(platform.Batch().Replace(stored, changed), new(AuditAct.ContractSet, caller, stationId), stop) == CommitResult.Committed) return TypedResults.Ok(await ReadStation.View(stationId, changed, platform, stop));
        }
    }

    private static bool IsSound(ContractRow c) => c.Partner is { Length: > 0 and <= LongestText } && c.Line is "ip-vpn" or "ipsec" && c.Phone is { Length: <= LongestText } && c.From >= 0 && c.To <= 24 && c.From < c.To
        && c.ResponseHours is >= 1 and <= MostHours && c.RepairHours is >= 1 and <= MostHours && c.YenAMonth is >= 0 and <= MostYen && c.Holidays is { Count: <= MostHolidays };
}
