namespace ClaimsCloud.Domain.Checks;

/// <summary>The claim checks that run on claims with the same data at hand, and what that leaves out.</summary>
internal sealed class ClaimPlan {
    public ClaimPlan(IReadOnlyList<Check> all, CheckNeeds available, Func<Rule, bool> holds, RuleSwitches switches) {
        var (checks, run, not) = (new List<ClaimCheck>(), new List<string>(), new List<RuleNotRun>());
        foreach (var check in all) {
            if (!holds(check.Rule)) continue;
            var missing = check.Rule.Needs & ~available;
            if (switches.Of(check.Rule.Code) == RuleSwitch.Off) {
                not.Add(new(check.Rule.Code, "この訪問看護ステーションで止めています"));
            } else if (missing != CheckNeeds.None) {
                Missing |= missing;
                not.Add(new(check.Rule.Code, $"{missing.Japanese()}がありません"));
            } else {
                run.Add(check.Rule.Code);
                if (check is ClaimCheck claimCheck) checks.Add(claimCheck);
            }
        }
        Checks = [.. checks];
        Coverage = new(run, not, []);
    }

    public ClaimCheck[] Checks { get; }
    public CheckCoverage Coverage { get; }
    public CheckNeeds Missing { get; }
}
