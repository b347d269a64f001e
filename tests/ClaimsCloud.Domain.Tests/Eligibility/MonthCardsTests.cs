using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>A month's rows as cards, and cards as a month's rows.</summary>
public sealed class MonthCardsTests {
    private static readonly ServiceMonth Month = ServiceMonth.Of(2024, 10);
    private static readonly DateOnly Day = new(2024, 10, 9);
    private static readonly IReadOnlyList<RowText> All = [.. BundleRows.Of(BundleReader.Read(new MemoryStream(BundleSamples.Small())).Bundle!)];

    [Fact]
    public void Rows_become_a_card_with_its_limit_class_and_a_question_in_half_width() {
        var haru = MonthCards.On(Rows("P3"), Day)!;
        Assert.Equal(("39139993", "00112233", 10, "B10", "L1"), (haru.Card.InsurerNumber, haru.Card.Number, haru.Card.RatioPercent, haru.Card.LimitClass, haru.Limit));
        Assert.Equal(new CardSearch("06139992", "1102", "345", "00", new(1966, 3, 18), LimitConsent.NotGiven, "k"), MonthCards.Search(Rows("P1"), Day, LimitConsent.NotGiven, "k"));
        Assert.Equal("さ１２", MonthCards.Search(Rows("P2"), Day, LimitConsent.NotGiven, null)!.Symbol);
        Assert.Null(MonthCards.On([], Day));
    }

    [Fact]
    public void An_answer_that_says_the_same_is_no_difference_whatever_its_widths_and_its_earlier_start() {
        var answered = Answer("P1") with { Symbol = "1102", Number = "345", Kana = "ﾀｶﾊｼ ﾐﾄﾞﾘ", Name = "髙橋　みどり", OfficialName = null, ValidFrom = new(2010, 1, 1) };
        Assert.Empty(Compare("P1", answered).Differences);
    }

    [Fact]
    public void A_limit_class_of_another_period_ends_the_old_row_and_stands_beside_it() {
        var comparison = Compare("P3", Answer("P3") with { LimitClass = "B09", LimitFrom = new(2024, 10, 1), LimitTo = new(2025, 7, 31) });
        Assert.All(comparison.Differences, d => Assert.Equal(ChangeClass.ByRule, d.Class));
        var rows = MonthCards.Take(Rows("P3"), MonthCards.On(Rows("P3"), Day)!, comparison, comparison.ByRule, Month).Where(r => r.Table == "limitCertificates").ToList();
        Assert.Equal([("general1", "2024-09-30"), ("general2", "2025-07-31")], rows.Select(r => (r.Cells["class"], r.Cells["until"])));
        Assert.Equal("2024-10-01", rows[1].Cells["from"]);
    }

    [Fact]
    public void A_first_limit_class_without_a_start_begins_with_the_month() {
        var comparison = Compare("P1", Answer("P1") with { LimitClass = "A03" });
        var row = MonthCards.Take(Rows("P1"), MonthCards.On(Rows("P1"), Day)!, comparison, comparison.ByRule, Month).Single(r => r.Table == "limitCertificates");
        Assert.Equal(("c", "2024-10-01", "P1"), (row.Cells["class"], row.Cells["from"], row.Patient));
    }

    [Fact]
    public void A_new_card_ends_the_old_one_on_the_eve_and_needs_a_later_start() {
        var stored = MonthCards.On(Rows("P3"), Day)!;
        var answered = Answer("P3") with { InsurerNumber = "39139001", Number = "00998877", ValidFrom = Day };
        var cards = MonthCards.All([.. MonthCards.AddCard(Rows("P3"), stored, answered)!]);
        Assert.Equal([("39139993", (DateOnly?)Day.AddDays(-1)), ("39139001", null)], cards.Select(c => (c.Card.InsurerNumber, c.Card.ValidTo)));
        Assert.Equal(10, cards[1].Card.RatioPercent);
        Assert.Null(MonthCards.AddCard(Rows("P3"), stored, answered with { ValidFrom = null }));
        Assert.Null(MonthCards.AddCard(Rows("P3"), stored, answered with { ValidFrom = stored.Card.ValidFrom }));
    }

    [Fact]
    public void Every_limit_class_of_the_table_has_its_word() {
        string[] codes = [.. Enumerable.Range(1, 99).SelectMany(n => new[] { $"A{n:00}", $"B{n:00}" }).Where(c => OqsCodes.Meaning("012", c) is not null)];
        Assert.Equal(16, codes.Length);
        foreach (var code in codes) {
            var comparison = Compare("P1", Answer("P1") with { LimitClass = code });
            Assert.Single(MonthCards.Take(Rows("P1"), MonthCards.On(Rows("P1"), Day)!, comparison, comparison.Differences, Month), r => r.Table == "limitCertificates");
        }
    }

    private static RowText[] Rows(string patient) => [.. All.Where(r => r.Patient == patient || (r.Table == "patients" && r.Key == patient))];

    /// <summary>The stored card as an answer would tell it.</summary>
    private static InsuranceCard Answer(string patient) {
        var card = MonthCards.On(Rows(patient), Day)!.Card;
        return card with { CardClass = "01", Name = card.OfficialName ?? card.Name, OfficialName = null };
    }

    private static CardComparison Compare(string patient, InsuranceCard answered) => MonthCards.Compare(MonthCards.On(Rows(patient), Day)!, answered, Day, null, Day);
}
