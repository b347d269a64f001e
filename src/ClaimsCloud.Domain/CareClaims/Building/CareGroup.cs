using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>The visits of a patient that go on one claim: same insurer, same number, same form.</summary>
/// <param name="Insurance">The certification of the last day with this insurer; care level and plan office of the month's end stand on both claims of a change of form.</param>
/// <param name="Visits">In time, each with the certification of its day.</param>
/// <param name="IsFirst">True for the first claim of the month, <paramref name="IsLast"/> for the last.</param>
internal sealed record CareGroup(Patient Patient, string ServiceType, CareInsurance Insurance, IReadOnlyList<(Visit Visit, CareInsurance Row)> Visits, IReadOnlyList<PublicExpenseCertificate> Publics,
    bool IsFirst, bool IsLast) {
    /// <summary>Which programmes of the claim pay for a visit.</summary>
    public bool[] PaidBy(Visit visit) => Publics.Count == 0 ? [] : [.. Publics.Select(p => Pays(p, visit))];

    public static bool Pays(PublicExpenseCertificate certificate, Visit visit) =>
        Period.Covers(certificate.From, certificate.Until, visit.Date) && !visit.NotPaidBy.Contains(certificate.Key)
        && certificate.Scope != (visit.Kind == VisitKind.Psychiatric ? PublicExpenseScope.NotPsychiatric : PublicExpenseScope.Psychiatric);
}
