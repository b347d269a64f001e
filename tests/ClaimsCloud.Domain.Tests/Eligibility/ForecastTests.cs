using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing.Oqs;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class ForecastTests {
    private static readonly ServiceMonth Month = ServiceMonth.Of(2026, 4);
    private static readonly DateOnly[] Visits = [new(2026, 4, 3), new(2026, 4, 10), new(2026, 4, 24)];
    private static readonly DateOnly Today = new(2026, 5, 2);
    private static readonly InsuranceCard Old = new() { InsurerNumber = "999999", Number = "567", BirthDate = new(1954, 2, 3), ValidFrom = new(2024, 4, 1) };
    private static readonly InsuranceCard New = Old with { InsurerNumber = "39999999", Number = "00001234", ValidFrom = new(2026, 4, 16) };

    [Fact]
    public void A_confirmed_card_over_all_visits_is_ready() {
        var forecast = Outcome([Old], Valid(Old));
        Assert.Equal((ForecastOutcome.Ready, 2), (forecast.Outcome, forecast.AnswerAgeDays!.Value));
        Assert.Empty(forecast.Findings);
    }

    [Fact]
    public void A_change_of_insurer_inside_the_month_splits_at_its_first_day() {
        var forecast = Outcome([Old, New], Valid(New));
        Assert.Equal([new(2026, 4, 16)], forecast.Coverage.SplitDates);
        Assert.Equal([(new(2026, 4, 1), new(2026, 4, 15)), (new DateOnly(2026, 4, 16), new DateOnly(2026, 4, 30))], forecast.Coverage.Periods.Select(p => (p.From, p.To)));
        Assert.Contains(forecast.Findings, f => f.Code == "EQ0503" && f.Message.Contains("令和8年4月16日", StringComparison.Ordinal));
    }

    [Fact]
    public void An_expired_card_holds_the_claim() => Says(ForecastOutcome.Hold, "EQ0502", [Old with { ValidTo = new(2026, 4, 20) }], Valid(Old));

    [Fact]
    public void Two_cards_on_one_day_hold_the_claim() => Says(ForecastOutcome.Hold, "EQ0501", [Old with { ValidTo = new(2026, 4, 30) }, New], Valid(New));

    [Fact]
    public void Without_an_answer_nothing_is_confirmed() => Says(ForecastOutcome.NotConfirmed, "EQ0504", [Old], null);

    [Fact]
    public void An_answer_says_nothing_of_visits_after_it() => Says(ForecastOutcome.NotConfirmed, "EQ0505", [Old], Valid(Old) with { ConfirmedOn = new(2026, 4, 10) });

    [Fact]
    public void A_lost_card_holds_visits_after_its_end_and_lets_those_before_go() {
        var lost = Old with { ValidTo = new(2026, 4, 15) };
        Says(ForecastOutcome.Hold, "EQ0506", [Old], new(CardValidity.Invalid, new(2026, 4, 30), [lost], "死亡"));
        var early = EligibilityForecast.Of(Month, [Visits[0]], [lost], new(CardValidity.Invalid, new(2026, 4, 30), [lost], null), Today);
        Assert.Equal(ForecastOutcome.Ready, early.Outcome);
    }

    [Fact]
    public void A_new_card_unseen_here_is_a_likely_return() {
        Says(ForecastOutcome.Hold, "EQ0507", [Old], new(CardValidity.Replaced, new(2026, 4, 30), [Old with { ValidTo = new(2026, 4, 15) }], null));
        Says(ForecastOutcome.LikelyReturn, "EQ0507", [Old], new(CardValidity.Replaced, new(2026, 4, 30), [Old with { ValidTo = new(2026, 4, 30) }], null));
    }

    [Fact]
    public void Not_found_is_not_invalid_and_shows_next_steps() {
        var forecast = Outcome([Old], new(CardValidity.NotFound, new(2026, 4, 30), [], null));
        var finding = Assert.Single(forecast.Findings);
        Assert.Equal((ForecastOutcome.NotConfirmed, Verdict.NotChecked), (forecast.Outcome, finding.Verdict));
        Assert.Contains("無効という意味ではありません", finding.Message, StringComparison.Ordinal);
        Assert.Contains("翌日", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_cards_are_never_chosen_from() => Says(ForecastOutcome.Hold, "EQ0509", [Old], new(CardValidity.Several, new(2026, 4, 30), [Old, New], null));

    [Fact]
    public void A_missing_ticket_is_a_likely_return() => Says(ForecastOutcome.LikelyReturn, "EQ0510", [Old], new(CardValidity.TicketMissing, new(2026, 4, 30), [], null));

    [Fact]
    public void Another_card_in_the_answer_is_a_likely_return_with_the_answers_age() {
        var forecast = Says(ForecastOutcome.LikelyReturn, "EQ0512", [Old], Valid(New with { ValidFrom = null }));
        Assert.Contains(forecast.Findings, f => f.Message.Contains("2日前", StringComparison.Ordinal));
    }

    [Fact]
    public void Visits_outside_the_answered_days_hold_the_claim() => Says(ForecastOutcome.Hold, "EQ0513", [Old], Valid(Old with { ValidFrom = new(2026, 4, 5) }));

    [Fact]
    public void Every_day_of_a_month_has_at_most_one_period_and_ready_means_every_visit_is_covered() {
        var days = Gen.Choose(0, 60).Select(n => (DateOnly?)new DateOnly(2026, 3, 16).AddDays(n));
        var card = from start in days from end in Gen.OneOf(days, Gen.Constant<DateOnly?>(null)) from insurer in Gen.Choose(1, 3)
                   select Old with { InsurerNumber = $"99999{insurer}", ValidFrom = start, ValidTo = end };
        var any = from cards in card.ListOf(3) from visits in Gen.Choose(1, 30).Select(d => new DateOnly(2026, 4, d)).ListOf(4) select (Cards: cards.ToList(), Visits: visits.ToList());
        Prop.ForAll(any.ToArbitrary(), input => {
            var forecast = EligibilityForecast.Of(Month, input.Visits, input.Cards, null, Today);
            var coverage = forecast.Coverage;
            Assert.NotEqual(ForecastOutcome.Ready, forecast.Outcome);
            Assert.All(coverage.Periods, p => Assert.True(Month.FirstDay <= p.From && p.From <= p.To && p.To <= Month.LastDay));
            var twice = Enumerable.Range(0, 30).Any(d => coverage.Periods.Count(p => p.Covers(Month.FirstDay.AddDays(d))) > 1);
            Assert.Equal(coverage.Overlaps, twice);
            Assert.Equal(input.Visits.Exists(v => coverage.On(v) is null), forecast.Findings.Any(f => f.Code == "EQ0502"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_day_of_loss_is_not_covered_and_the_day_of_expiry_is() {
        Assert.Equal(new DateOnly(2026, 4, 15), Card(OqsPerson.Taro with { LostOn = "20260416" }).ValidTo);
        Assert.Equal(new DateOnly(2026, 4, 16), Card(OqsPerson.Taro with { ValidTo = "20260416" }).ValidTo);
        Assert.Equal(new DateOnly(2026, 4, 15), Card(OqsPerson.Taro with { ValidTo = "20260731", LostOn = "20260416" }).ValidTo);
    }

    [Fact]
    public void A_read_answer_becomes_a_forecast() {
        var answer = Answers.Read(Answers.Single(OqsPerson.Taro with { Validity = "2", LostOn = "20260401", ReasonOfLoss = "02" }));
        var told = EligibilityAnswer.Of(answer, answer.Units[0])!;
        Assert.Equal((CardValidity.Invalid, "生活保護受給開始"), (told.Validity, told.ReasonOfLoss));
        Says(ForecastOutcome.Hold, "EQ0506", [Old], told);
    }

    private static InsuranceCard Card(OqsPerson person) => InsuranceCard.Of(Answers.Read(Answers.Single(person)).Units[0].Results.Single())!;

    private static EligibilityAnswer Valid(InsuranceCard card) => new(CardValidity.Valid, new(2026, 4, 30), [card], null);

    private static EligibilityForecast Outcome(InsuranceCard[] cards, EligibilityAnswer? answer) => EligibilityForecast.Of(Month, Visits, cards, answer, Today);

    private static EligibilityForecast Says(ForecastOutcome outcome, string code, InsuranceCard[] cards, EligibilityAnswer? answer) {
        var forecast = Outcome(cards, answer);
        Assert.Equal(outcome, forecast.Outcome);
        Assert.Contains(forecast.Findings, f => f.Code == code);
        Assert.All(forecast.Findings, f => Assert.NotEmpty(f.Fix));
        return forecast;
    }
}
