using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Reads and changes what the station wants of the checks.</summary>
internal static class ChangeCheckSettings {
    private const int TextLength = 200;
    private static readonly Severity[] OwnSeverities = [Severity.LikelyReturn, Severity.Query, Severity.Hint];

    private static readonly CheckFieldRow[] AllFields = [.. ClaimSpec.Release202406.Records.Where(r => r.InClaim)
        .SelectMany(r => r.Fields.Skip(1).Select(f => new CheckFieldRow(r.Id, f.English, $"{r.Id} {r.Japanese}：{f.Japanese}")))];

    public static async Task<Ok<CheckSettingsDetail>> Read(TenantScope tenant, CancellationToken stop) => TypedResults.Ok((await CheckSettings.Read(tenant, stop)).Detail);

    public static Ok<CheckFieldRow[]> Fields() => TypedResults.Ok(AllFields);

    public static async Task<Results<Ok<CheckSettingsDetail>, Refused>> Switch(RuleSwitchRow asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (RuleCatalog.All.All(r => r.Code != asked.Code) || !Json.TryCamelCase<RuleSwitch>(asked.Switch, out var wanted)) return (Refused)Refusals.BadRequest;
        return await Change(tenant, settings => {
            var switches = settings.Switches.Where(s => s.Key != asked.Code).ToDictionary();
            if (wanted != RuleSwitch.All) switches.Add(asked.Code, wanted);
            return settings with { Switches = switches };
        }, new(AuditAct.ChecksChanged, caller, asked.Code, asked.Switch), stop);
    }

    public static async Task<Results<Ok<CheckSettingsDetail>, UnprocessableEntity<OwnRuleProblems>, Refused>> SaveOwnRule(OwnRuleRow asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (Rule(asked) is not { } rule) return (Refused)Refusals.BadRequest;
        var problems = rule.Problems().ToList();
        if (problems.Count > 0) return TypedResults.UnprocessableEntity(new OwnRuleProblems(problems));
        var settings = await CheckSettings.Read(tenant, stop);
        if (settings.OwnRules.Count(r => r.Code != rule.Code) >= CheckSettings.MostOwnRules) return (Refused)Refusals.CheckSettingsFull;
        return (await CheckSettings.Change(tenant, s => s with { OwnRules = [.. s.OwnRules.Where(r => r.Code != rule.Code).Append(rule).OrderBy(r => r.Code, StringComparer.Ordinal)] }, new(AuditAct.ChecksChanged, caller, rule.Code, "saved"), stop))
            .Succeeded(out var changed, out var refusal) ? TypedResults.Ok(changed.Detail) : (Refused)refusal;
    }

    public static async Task<Results<Ok<CheckSettingsDetail>, Refused>> DeleteOwnRule(string code, TenantScope tenant, Caller caller, CancellationToken stop) =>
        (await CheckSettings.Read(tenant, stop)).OwnRules.All(r => r.Code != code) ? (Refused)Refusals.NotFound : await Change(tenant, s => s with { OwnRules = [.. s.OwnRules.Where(r => r.Code != code)] }, new(AuditAct.ChecksChanged, caller, code, "deleted"), stop);

    /// <summary>A person takes a finding on herself for a patient, with her reason and an end. What the payer's machine refuses cannot be taken on.</summary>
    public static async Task<Results<Ok<CheckSettingsDetail>, Refused>> Override(OverrideRequest asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (asked.Why?.Trim() is not { Length: > 0 and <= TextLength } why) return (Refused)Refusals.ReasonMissing;
        if (asked.Until is null || MonthReads.Parse(asked.Until) is null) return (Refused)Refusals.NotAMonth;
        var settings = await CheckSettings.Read(tenant, stop);
        var severity = RuleCatalog.All.FirstOrDefault(r => r.Code == asked.Code)?.Severity ?? settings.OwnRules.FirstOrDefault(r => r.Code == asked.Code)?.Severity;
        if (severity is null || await ReadClaim.Line(asked.FileId, asked.Claim, tenant, stop) is not { } claim) return (Refused)Refusals.NotFound;
        if (severity <= Severity.ClaimRefused) return (Refused)Refusals.NotOverridable;
        if (claim.ChartNumber.Length == 0) return (Refused)Refusals.NoChartNumber;
        var others = settings.Overrides.Where(o => o.Code != asked.Code || o.ChartNumber != claim.ChartNumber).ToList();
        if (others.Count >= CheckSettings.MostOverrides) return (Refused)Refusals.CheckSettingsFull;
        var taken = new OverrideRow(asked.Code, claim.ChartNumber, claim.PatientName, caller.Id, why, asked.Until, tenant.Now);
        return await Change(tenant, s => s with { Overrides = [taken, .. s.Overrides.Where(o => !Same(o, taken))] }, new(AuditAct.FindingTaken, caller, asked.FileId, $"{asked.Code}:{asked.Claim}"), stop);
    }

    public static async Task<Results<Ok<CheckSettingsDetail>, Refused>> DeleteOverride(OverrideRow asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        var settings = await CheckSettings.Read(tenant, stop);
        return settings.Overrides.Any(o => Same(o, asked))
            ? await Change(tenant, s => s with { Overrides = [.. s.Overrides.Where(o => !Same(o, asked))] }, new(AuditAct.FindingReleased, caller, asked.Code), stop) : TypedResults.Ok(settings.Detail);
    }

    private static async Task<Results<Ok<CheckSettingsDetail>, Refused>> Change(TenantScope tenant, Func<CheckSettings, CheckSettings> change, Act act, CancellationToken stop) =>
        (await CheckSettings.Change(tenant, change, act, stop)).Succeeded(out var changed, out var refusal) ? TypedResults.Ok(changed.Detail) : (Refused)refusal;

    private static bool Same(OverrideRow one, OverrideRow other) => one.Code == other.Code && one.ChartNumber == other.ChartNumber;

    /// <summary>Null for what has not the shape of a rule.</summary>
    private static OwnRule? Rule(OwnRuleRow row) {
        var severity = OwnSeverities.Cast<Severity?>().FirstOrDefault(s => s!.Value.Name() == row.Severity);
        if (severity is null || row.Conditions is null || row.Conditions.Count > 10 || new[] { row.Code, row.Title, row.Fix, row.Record }.Any(t => t is null || t.Length > TextLength)) return null;
        var conditions = new List<FieldCondition>();
        foreach (var condition in row.Conditions) {
            if (condition.Record is null || condition.Field is null || condition.Value is not { Length: <= TextLength } || !Json.TryCamelCase<Comparison>(condition.Comparison, out var comparison)) return null;
            conditions.Add(new(condition.Record, condition.Field, comparison, condition.Value));
        }
        return new(row.Code, severity.Value, row.Title.Trim(), row.Fix.Trim(), row.Record, conditions);
    }
}
