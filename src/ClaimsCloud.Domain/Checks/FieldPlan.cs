using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>The checks of one field of a layout.</summary>
/// <param name="Number">Among all fields of the specification, from 1.</param>
internal sealed record FieldPlan(FieldLayout Layout, int Number, FieldCheck[] Checks) {
    /// <summary>The fields of each record, by its place in the file's order.</summary>
    public static readonly FieldPlan[][] All = Of(ClaimSpec.Release202406);

    private static FieldPlan[][] Of(ClaimSpec spec) {
        var plans = new FieldPlan[spec.Records.Max(r => r.Order) + 1][];
        var number = 0;
        foreach (var record in spec.Records)
            plans[record.Order] = [.. record.Fields.Select(f => new FieldPlan(f, ++number, [.. RuleCatalog.FieldChecks.Where(c => c.AppliesTo(f))]))];
        return plans;
    }
}
