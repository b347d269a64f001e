using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>When the station asks, and its own address for consent at home.</summary>
internal static class SetRules {
    private const int UrlLength = 500, LongestPause = 3600;

    public static async Task<Ok<EligibilityRules>> Read(TenantScope tenant, CancellationToken stop) => TypedResults.Ok((await tenant.EligibilityStation(stop))?.Value.Rules ?? EligibilityStation.New.Rules);

    public static async Task<Results<Ok<EligibilityRules>, Refused>> Handle(EligibilityRules rules, TenantScope tenant, Caller caller, CancellationToken stop) {
        rules = rules with { ReceptionUrl = string.IsNullOrWhiteSpace(rules.ReceptionUrl) ? null : rules.ReceptionUrl.Trim() };
        if (rules.SealingDay is < 2 or > 10 || rules.PauseSeconds is < 0 or > LongestPause || !IsAddress(rules.ReceptionUrl)
            || rules.MaintenanceFrom is null != rules.MaintenanceTo is null || rules.MaintenanceTo <= rules.MaintenanceFrom) return (Refused)Refusals.InvalidEligibilityRules;
        while (true) {
            var stored = await tenant.EligibilityStation(stop);
            var batch = tenant.Batch().SendToPlatform(new AskingChanged(rules.Automatic));
            if (stored is null) batch.Create(EligibilityStation.Kind, EligibilityStation.Id, EligibilityStation.New with { Rules = rules });
            else batch.Replace(stored, stored.Value with { Rules = rules });
            if (rules.Automatic) batch.Send(new AskingDue());
            if (await tenant.Commit(batch, new Act(AuditAct.EligibilityRulesChanged, caller), stop) == CommitResult.Committed) return TypedResults.Ok(rules);
        }
    }

    private static bool IsAddress(string? url) => url is null || (url.Length <= UrlLength && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);
}
