using ClaimsCloud.Domain.Bundles.Reading.Rules;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>All rules about bundles, in the order of their codes. Tests hold an example of each.</summary>
public static class BundleRules {
    internal static readonly BundleRuleCheck[] BundleChecks = [
        new BillingAfterService(), new VisitsCompleteBeforeMonth(), new InsuranceOnVisitDays(), new InstructionOnVisitDays(), new VisitInMonth(), new VisitLength(),
        new OnePublicExpenseARank(), new InsuredNumberLength(),
    ];

    /// <param name="spec">Release of the month's code tables; null where the project holds none.</param>
    internal static CellCheck[] CellChecks(ClaimSpec? spec) => [
        new MissingValue(), new UnreadableValue(), new NumberRange(), new UnknownCode(spec), new TooLong(), new OutsideRepertoireText(), new WrongWidth(), new WrongDigits(),
        new NameForm(), new KeyForm(), new ControlCharacter(),
    ];

    /// <param name="stationCode">The station that the bundle must be of; empty: any.</param>
    internal static RowsCheck[] RowsChecks(string stationCode) => [
        new DuplicateKey(), new UnknownReference(), new OtherStationsBundle(stationCode), new PeriodOrder(), new PeriodOverlap(),
    ];

    public static IReadOnlyList<BundleRule> All { get; } =
        [.. FileRules.All.Concat(CellChecks(null).Select(c => c.Rule)).Concat(RowsChecks("").Select(c => c.Rule)).Concat(BundleChecks.Select(c => c.Rule)).OrderBy(r => r.Code, StringComparer.Ordinal)];
}
