using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>Our own claims, checked with all that the records say beside them.</summary>
public sealed class OwnMonthTests {
    private static readonly string[] Payers = ["1", "2"];

    [Theory, InlineData(2024, 6), InlineData(2026, 6)]
    public void Own_claims_are_right_by_their_own_records(int year, int month) {
        var bundle = SixtyPatients.Of(year, month);
        foreach (var (claim, findings, coverage) in Check(bundle, bundle)) {
            Assert.Empty(findings.Where(f => f.IsError).Select(f => $"{claim}: {f.Code} {f.Message}"));
            Assert.DoesNotContain(coverage.NotRun, n => n.Code is "R08a" or "R01b" or "M08a" or "R07a" or "B12c");
        }
    }

    [Theory, InlineData(2024, 6), InlineData(2026, 6)]
    public void A_visit_that_was_moved_in_the_records_afterwards_is_found(int year, int month) {
        var bundle = SixtyPatients.Of(year, month);
        var moved = bundle with { Visits = [.. bundle.Visits.Select(v => bundle.Month.Contains(v.Date) && v.Date < bundle.Month.LastDay ? v with { Date = v.Date.AddDays(1), EndDate = v.EndDate?.AddDays(1) } : v)] };
        Assert.Contains(Check(bundle, moved).SelectMany(c => c.Findings), f => f.Code == "R08b");
    }

    private static IEnumerable<(int Claim, IReadOnlyList<Finding> Findings, CheckCoverage Coverage)> Check(MonthBundle billed, MonthBundle known) {
        var own = new OwnMonth(known, FeeSchedules.BuiltIn.For(known.Month)!);
        var patients = known.Patients.ToDictionary(p => p.Key);
        var contexts = BuiltFile.Claims(billed).SelectMany(p => p.Claims).ToDictionary(c => c.Key, c => own.Of(patients[c.Patient], c.Key));
        var setup = new CheckSetup { Context = new() { Standards = own.Standards, Patients = contexts } };
        foreach (var payer in Payers)
            foreach (var part in new ClaimFileCheck(new MemoryStream(BuiltFile.Bytes(billed, payer)), setup).Run())
                if (part.Claim is { } claim) yield return (claim.Number, part.Findings, part.Coverage!);
    }
}
