namespace ClaimsCloud.Domain.Checks;

/// <summary>Counts over a file which rules looked at how many claims. A claim costs one addition: claims with the same data share a plan.</summary>
internal sealed class CoverageTally {
    private readonly Dictionary<ClaimPlan, int> _plans = [];
    private readonly Dictionary<RuleNotRun, int> _partly = [];

    public void Claim(ClaimPlan plan) => _plans[plan] = _plans.GetValueOrDefault(plan) + 1;

    public void Partly(RuleNotRun rule) => _partly[rule] = _partly.GetValueOrDefault(rule) + 1;

    /// <summary>What was missing, over all claims.</summary>
    public CheckNeeds Missing => _plans.Keys.Aggregate(CheckNeeds.None, (all, plan) => all | plan.Missing);

    /// <summary>Rules that did not look at every claim, or not at all of one.</summary>
    public int RulesNotRun => _plans.Keys.SelectMany(p => p.Coverage.NotRun.Select(n => n.Code)).Concat(_partly.Keys.Select(p => p.Code)).Distinct().Count();

    public IReadOnlyList<RuleCoverage> Rules() {
        var run = _plans.SelectMany(p => p.Key.Coverage.Run.Select(code => (code, Claims: p.Value))).ToLookup(r => r.code, r => r.Claims);
        var not = _plans.SelectMany(p => p.Key.Coverage.NotRun.Select(n => (n.Code, n.Reason, Claims: p.Value))).ToLookup(n => n.Code);
        var partly = _partly.ToLookup(p => p.Key.Code);
        return [.. run.Select(r => r.Key).Union(not.Select(n => n.Key)).Order(StringComparer.Ordinal).Select(code => new RuleCoverage(code, run[code].Sum(),
            not[code].Sum(n => n.Claims), partly[code].Sum(p => p.Value),
            [.. not[code].Select(n => (n.Reason, n.Claims)).Concat(partly[code].Select(p => (p.Key.Reason, p.Value)))
                .GroupBy(r => r.Item1, r => r.Item2).Select(g => (g.Key, g.Sum())).OrderBy(r => r.Key, StringComparer.Ordinal)]))];
    }
}
