using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Runs a station's own rule.</summary>
internal sealed class OwnRuleCheck : ClaimCheck {
    private readonly OwnRule _own;

    /// <exception cref="ArgumentException">The rule has problems of its own.</exception>
    public OwnRuleCheck(OwnRule own)
        : base(new Rule(own.Code, own.Severity, own.Title, own.Title, own.Fix, "この訪問看護ステーションの点検", "2024-06", "", "")) {
        if (own.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(own));
        _own = own;
    }

    public override void Inspect(ClaimFacts claim, Findings findings) {
        var first = claim.Spec.Record(_own.Conditions[0].Record)!.Field(_own.Conditions[0].Field)!;
        foreach (var record in claim.Claim.All(_own.Record)) {
            if (!_own.Conditions.All(c => Holds(c, record, claim))) continue;
            if (first.Record == _own.Record) findings.Add(Rule, record, first, _own.Title);
            else findings.Add(Rule, record, _own.Title);
        }
    }

    private bool Holds(FieldCondition condition, Record record, ClaimFacts claim) {
        var field = claim.Spec.Record(condition.Record)!.Field(condition.Field)!;
        if (condition.Record == _own.Record) return condition.Holds(record, field);
        foreach (var other in claim.Claim.All(condition.Record)) return condition.Holds(other, field);
        return condition.Comparison == Comparison.IsEmpty;
    }
}
