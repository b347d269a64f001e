using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>Opens a part of the product to one station, or closes it: nothing of the station's data changes.</summary>
internal static class SwitchFeature {
    private const int LongestReason = 200;

    public static async Task<Results<Ok<IReadOnlyList<FeatureRow>>, Refused>> Read(string stationId, PlatformScope platform, CancellationToken stop) =>
        await Exists(stationId, platform, stop) ? TypedResults.Ok((await Stored(stationId, platform, stop))?.Value.Rows ?? TenantFeatures.AllOn.Rows) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<IReadOnlyList<FeatureRow>>, Refused>> Handle(string stationId, FeatureSwitch wish, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (wish.Feature is not { } feature || !Enum.IsDefined(feature) || wish.Why?.Trim() is not { Length: > 0 and <= LongestReason } why) return (Refused)DeskRefusals.InvalidSwitch;
        while (true) {
            if (!await Exists(stationId, platform, stop)) return (Refused)Refusals.NotFound;
            var stored = await Stored(stationId, platform, stop);
            var switched = new Dictionary<string, SwitchedFeature>((stored?.Value ?? TenantFeatures.AllOn).Switched) { [$"{feature}"] = new(wish.On, platform.Now, why) };
            var changed = new TenantFeatures(switched);
            var batch = stored is null ? platform.Batch().Create(TenantFeatures.Kind, stationId, changed) : platform.Batch().Replace(stored, changed);
            if (await platform.Commit(batch, new(AuditAct.FeatureSwitched, caller, stationId, $"{feature}:{(wish.On ? "on" : "off")}"), stop) == CommitResult.Committed) return TypedResults.Ok(changed.Rows);
        }
    }

    private static async Task<bool> Exists(string stationId, PlatformScope platform, CancellationToken stop) =>
        DocumentLimits.IsId(stationId) && await platform.Documents.Get(Tenant.Kind, stationId, stop) is not null;

    private static Task<Stored<TenantFeatures>?> Stored(string stationId, PlatformScope platform, CancellationToken stop) => platform.Documents.Get(TenantFeatures.Kind, stationId, stop);
}
