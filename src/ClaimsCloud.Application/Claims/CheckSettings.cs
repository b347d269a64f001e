using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>What the station wants of the checks; one document a tenant.</summary>
internal sealed record CheckSettings(IReadOnlyDictionary<string, RuleSwitch> Switches, IReadOnlyList<OwnRule> OwnRules, IReadOnlyList<OverrideRow> Overrides) {
    public const int MostOwnRules = 30;
    public const int MostOverrides = 300;

    private const string Id = "station";
    private static readonly CheckSettings None = new(new Dictionary<string, RuleSwitch>(), [], []);
    private static readonly DocumentKind<CheckSettings> Kind = new("check-settings");

    public CheckSettingsDetail Detail => new([.. Switches.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new RuleSwitchRow(s.Key, Json.CamelCase(s.Value)))],
        [.. OwnRules.Select(RowOf)], Overrides);

    public static async Task<CheckSettings> Read(TenantScope tenant, CancellationToken stop) => (await tenant.Documents.Get(Kind, Id, stop))?.Value ?? None;

    /// <summary>Changes what is stored; the change may be asked for more than once.</summary>
    public static async Task<Outcome<CheckSettings>> Change(TenantScope tenant, Func<CheckSettings, CheckSettings> change, Act act, CancellationToken stop) {
        var stored = await tenant.Documents.Get(Kind, Id, stop);
        var changed = change(stored?.Value ?? None);
        var batch = stored is null ? tenant.Batch().Create(Kind, Id, changed) : tenant.Batch().Replace(stored, changed);
        return await tenant.Commit(batch, act, stop) == CommitResult.Committed ? changed : Refusals.ChangedMeanwhile;
    }

    /// <summary>How a file of this station is checked now.</summary>
    /// <param name="released">Taken on elsewhere.</param>
    public CheckSetup Setup(CheckContext context, IReadOnlyList<FindingOverride> released) => new() {
        Context = context, Switches = new(Switches), OwnRules = OwnRules,
        Overrides = new(Overrides.Select(o => new FindingOverride(o.Code, o.ChartNumber, o.Who, o.Why, MonthReads.Parse(o.Until)!.Value)).Concat(released)),
    };

    private static OwnRuleRow RowOf(OwnRule rule) => new(rule.Code, rule.Severity.Name(), rule.Title, rule.Fix, rule.Record,
        [.. rule.Conditions.Select(c => new OwnConditionRow(c.Record, c.Field, Json.CamelCase(c.Comparison), c.Value))]);
}
