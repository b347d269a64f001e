using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Copay;

public sealed class PayerSharesTests {
    private static readonly PayerShares Shares = PayerShares.Release202406;

    [Fact]
    public void Every_set_of_payers_has_one_code_and_every_code_one_set() {
        foreach (var set in Enumerable.Range(1, 31).Select(bits => (Payers)bits)) Assert.Equal(set, Shares.PayersOf(Shares.Code(set)!));
        foreach (var code in ClaimSpec.Release202406.Table("22").Codes) Assert.Equal(code.Value, Shares.Code(Shares.PayersOf(code.Value)!.Value));
        Assert.Equal(31, ClaimSpec.Release202406.Table("22").Codes.Count());
    }

    [Theory]
    [InlineData("1", Payers.Insurer), InlineData("5", Payers.FirstPublic), InlineData("2", Payers.Insurer | Payers.FirstPublic)]
    [InlineData("Z", Payers.FirstPublic | Payers.SecondPublic | Payers.ThirdPublic | Payers.FourthPublic)]
    public void Codes_name_their_payers(string code, Payers payers) => Assert.Equal(payers, Shares.PayersOf(code));

    [Fact]
    public void What_is_not_in_the_table_has_no_answer() {
        Assert.Null(Shares.Code(Payers.None));
        Assert.Null(Shares.PayersOf("8"));
    }
}
