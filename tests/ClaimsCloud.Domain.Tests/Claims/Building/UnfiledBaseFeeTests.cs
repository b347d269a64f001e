using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Claims.Building;

public sealed class UnfiledBaseFeeTests {
    /// <summary>精神科訪問看護基本療養費 needs the 届出 1606.</summary>
    [Fact]
    public void Without_its_base_fee_a_day_has_no_management_fee_either() {
        var bundle = BundleReader.Read(new MemoryStream(BundleSamples.Small())).Bundle!;
        var unfiled = bundle with { FacilityStandards = [.. bundle.FacilityStandards.Where(s => s.Code != "1606")] };
        Assert.Equal(ClaimFate.Built, Psychiatric(bundle).Fate);
        var patient = Psychiatric(unfiled);
        Assert.Equal(ClaimFate.NothingToBill, patient.Fate);
        Assert.Contains(patient.Findings, f => f.Code == "K05b");
    }

    private static PatientClaims Psychiatric(Domain.Bundles.MonthBundle bundle) => MonthClaims.Build(bundle, FeeSchedules.BuiltIn.For(bundle.Month)!).Single(p => p.Patient == "P2");
}
