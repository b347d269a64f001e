using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Tests.Fees;

public sealed class FeeSelectionTests {
    [Fact]
    public void No_two_codes_of_a_family_fit_the_same_facts() {
        foreach (var family in FeeSchedule.Release202406.Fees.GroupBy(f => f.Conditions!.Family))
            foreach (var a in family)
                Assert.DoesNotContain(family, b => a != b && a.Conditions!.Overlap(b.Conditions!));
    }
}
