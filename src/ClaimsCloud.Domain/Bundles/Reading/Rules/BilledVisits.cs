namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>The visits of the month that medical insurance or public expense pays for.</summary>
internal static class BilledVisits {
    public static IEnumerable<Visit> Of(MonthBundle bundle) => bundle.Visits.Where(v => v.Payer == VisitPayer.Medical && bundle.Month.Contains(v.Date));
}
