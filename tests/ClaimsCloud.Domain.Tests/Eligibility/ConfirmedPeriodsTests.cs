using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Tests.Checks;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>What an answer lets the checks of a claim say, and what it does not.</summary>
public sealed class ConfirmedPeriodsTests {
    private static readonly InsuranceCard Card = new() { InsurerNumber = "06132013", Number = "12345678", BirthDate = new(1960, 1, 5), ValidFrom = new(2024, 4, 1) };

    [Theory]
    [InlineData(CardValidity.NotFound)]
    [InlineData(CardValidity.Several)]
    [InlineData(CardValidity.Unknown)]
    [InlineData(CardValidity.Invalid)]
    [InlineData(CardValidity.Replaced)]
    public void What_says_nothing_for_certain_is_no_context(CardValidity validity) => Assert.Null(Periods(validity, Card));

    [Fact]
    public void No_answer_and_an_answer_without_a_card_are_no_context() {
        Assert.Null(ConfirmedPeriods.Of(null));
        Assert.Null(Periods(CardValidity.Valid));
        Assert.Null(Periods(CardValidity.Valid, Card with { CardClass = "A1" }));
    }

    [Fact]
    public void A_card_that_was_lost_covers_up_to_its_last_day() {
        var period = Assert.Single(Periods(CardValidity.Invalid, Card with { ValidTo = new(2024, 6, 2) })!);
        Assert.Equal((1, new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 2)), (period.PayerKind, period.From, period.To!.Value));
        Assert.Equal(["B11a"], Codes(period, "20240603"));
        Assert.Empty(Codes(period, "20240602"));
    }

    [Fact]
    public void A_visit_after_the_last_confirmation_of_an_open_card_is_not_checked() {
        var period = Assert.Single(Periods(CardValidity.Valid, Card)!);
        Assert.Equal((0, 1), Verdict("B11a", period with { ConfirmedOn = new(2024, 6, 2) }));
        Assert.Equal((0, 0), Verdict("B11a", period with { ConfirmedOn = new(2024, 6, 3) }));
    }

    /// <summary>Of two claims of a month that was split, the answer knows the later card only.</summary>
    [Fact]
    public void A_claim_of_the_card_before_is_not_checked_and_one_of_another_card_fails() {
        var later = Assert.Single(Periods(CardValidity.Valid, Card with { Number = "99999999", ValidFrom = new(2024, 6, 10) })!);
        Assert.Equal((0, 1), Verdict("B11b", later));
        Assert.Empty(Codes(later, "20240603"));
        Assert.Equal((1, 0), Verdict("B11b", later with { From = new(2024, 6, 1) }));
    }

    private static IReadOnlyList<EligiblePeriod>? Periods(CardValidity validity, params InsuranceCard[] cards) => ConfirmedPeriods.Of(new(validity, new(2024, 6, 30), cards, null));

    private static IReadOnlyList<string> Codes(EligiblePeriod period, string day) => [.. Check(period, day).Parts.SelectMany(p => p.Findings).Select(f => f.Code).Where(c => c.StartsWith("B11", StringComparison.Ordinal)).Distinct()];

    /// <summary>How many findings the rule has, and in how many claims it had to leave something out.</summary>
    private static (int Findings, int Partly) Verdict(string code, EligiblePeriod period) {
        var (parts, check) = Check(period, "20240603");
        return (parts.SelectMany(p => p.Findings).Count(f => f.Code == code), check.Coverage.FirstOrDefault(c => c.Code == code)?.Partly ?? 0);
    }

    private static (IReadOnlyList<CheckedPart> Parts, ClaimFileCheck Check) Check(EligiblePeriod period, string day) {
        var file = ExampleFile.With($"#資格\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,\nKA,{day},1,510000110,,5550,03,01,01");
        var known = new Dictionary<string, PatientContext> { [ExampleContext.ChartNumber] = new() { Eligibility = [period] } };
        var check = new ClaimFileCheck(new MemoryStream(file), new CheckSetup { Context = new() { Patients = known } });
        return ([.. check.Run()], check);
    }
}
