using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// The plans of one run. Months between the same two changes of the rules share a plan, so that a file with thousands of months in it makes only a few.
/// </summary>
internal sealed class ClaimPlans {
    private readonly Dictionary<(CheckNeeds, int), ClaimPlan> _plans = [];
    private readonly IReadOnlyList<Check> _checks;
    private readonly RuleSwitches _switches;
    private readonly ServiceMonth[] _changes;

    /// <param name="checks">Every check of the run, in the order of their codes.</param>
    public ClaimPlans(IReadOnlyList<Check> checks, RuleSwitches switches) {
        (_checks, _switches) = (checks, switches);
        _changes = [.. checks.SelectMany(c => c.Rule.Boundaries).Distinct().Order()];
    }

    /// <param name="month">A claim without a month that can be read, or of a month before all rules, is read by the first rules.</param>
    public ClaimPlan For(CheckNeeds available, ServiceMonth? month) {
        var of = month is { } m && m > _changes[0] ? m : _changes[0];
        var epoch = 0;
        while (epoch + 1 < _changes.Length && _changes[epoch + 1] <= of) epoch++;
        if (_plans.TryGetValue((available, epoch), out var plan)) return plan;
        return _plans[(available, epoch)] = new(_checks, available, rule => rule.HoldsIn(_changes[epoch]), _switches);
    }
}
