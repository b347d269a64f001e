using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class CardTests {
    private static readonly DateOnly Today = new(2026, 4, 10);
    private static readonly InsuranceCard Stored = new() {
        CardClass = "01", InsurerNumber = "999999", Symbol = "12-34", Number = "567", Branch = "01", Relationship = "1", Name = "架空　太郎", Kana = "カクウタロウ",
        Sex = "1", BirthDate = new(1954, 2, 3), ValidFrom = new(2024, 4, 1), RatioPercent = 20, LimitClass = "B05",
    };

    /// <summary>One change a field, with who decides on it.</summary>
    private static readonly (CardField Field, ChangeClass Class, Func<InsuranceCard, InsuranceCard> Change)[] Changes = [
        (CardField.InsurerNumber, ChangeClass.ByPerson, c => c with { InsurerNumber = "888888" }), (CardField.Symbol, ChangeClass.ByPerson, c => c with { Symbol = "99" }),
        (CardField.Number, ChangeClass.ByPerson, c => c with { Number = "568" }), (CardField.Branch, ChangeClass.ByRule, c => c with { Branch = "02" }),
        (CardField.Relationship, ChangeClass.ByPerson, c => c with { Relationship = "2" }), (CardField.Name, ChangeClass.ByPerson, c => c with { Name = "架空　次郎" }),
        (CardField.Kana, ChangeClass.ByPerson, c => c with { Kana = "ｶｸｳ ｼﾞﾛｳ" }), (CardField.Sex, ChangeClass.ByPerson, c => c with { Sex = "2" }),
        (CardField.BirthDate, ChangeClass.ByPerson, c => c with { BirthDate = new(1954, 2, 4) }), (CardField.ValidFrom, ChangeClass.ByPerson, c => c with { ValidFrom = new(2025, 4, 1) }),
        (CardField.ValidTo, ChangeClass.ByPerson, c => c with { ValidTo = new(2026, 7, 31) }), (CardField.RatioPercent, ChangeClass.ByPerson, c => c with { RatioPercent = 30 }),
        (CardField.LimitClass, ChangeClass.ByRule, c => c with { LimitClass = "B06" }), (CardField.LimitFrom, ChangeClass.ByRule, c => c with { LimitFrom = new(2025, 8, 1) }),
        (CardField.LimitTo, ChangeClass.ByRule, c => c with { LimitTo = new(2026, 7, 31) }),
    ];

    private static readonly Arbitrary<bool[]> AnyChanges = Gen.Elements(true, false).ArrayOf(Changes.Length).ToArbitrary();

    [Fact]
    public void Exactly_the_changed_fields_are_told_and_taking_all_gives_the_answered_card() => Prop.ForAll(AnyChanges, chosen => {
        var comparison = Compare(Changed(chosen));
        Assert.Equal(Changes.Where((_, i) => chosen[i]).Select(c => (c.Field, c.Class)), comparison.Differences.Select(d => (d.Field, d.Class)));
        Assert.Equal(Changed(chosen), CardUpdate.Take(comparison, comparison.Differences));
        Assert.Equal(comparison.Differences, comparison.ByRule.Concat(comparison.Waiting).OrderBy(d => d.Field));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rule_takes_branch_and_limit_of_the_same_card_only() => Prop.ForAll(AnyChanges, chosen => {
        var comparison = Compare(Changed(chosen));
        var updated = CardUpdate.ByRule(comparison);
        var expected = comparison.IsSameCard ? Changed([.. Changes.Select((c, i) => chosen[i] && c.Class == ChangeClass.ByRule)]) : Stored;
        Assert.Equal(expected, updated);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_older_than_the_last_confirmation_changes_nothing() {
        var comparison = CardComparison.Of(Stored, Stored with { LimitClass = "B06" }, Today.AddDays(-9), Today.AddDays(-2), Today);
        Assert.Equal((true, 9), (comparison.IsStale, comparison.AgeDays));
        Assert.Equal(Stored, CardUpdate.ByRule(comparison));
        Assert.Single(comparison.Waiting);
    }

    [Fact]
    public void Silence_is_no_difference_except_for_the_symbol() {
        var silent = new InsuranceCard { InsurerNumber = "999999", Number = "567", BirthDate = Stored.BirthDate };
        Assert.Equal([CardField.Symbol], Compare(silent).Differences.Select(d => d.Field));
        Assert.Null(CardUpdate.Take(Compare(silent), Compare(silent).Differences).Symbol);
    }

    [Fact]
    public void Width_spaces_dashes_padding_and_small_kana_are_no_difference() =>
        Assert.Empty(Compare(Stored with { InsurerNumber = "  999999", Symbol = "１２−３４", Number = "５６７", Name = "架空 太郎", Kana = "ｶｸｳ ﾀﾛｳ", Sex = "3" }).Differences);

    [Theory, InlineData("ｼﾞｭﾝｺ", "ジュンコ"), InlineData("ｼﾞﾕﾝｺ", "ジュンコ"), InlineData("ｷﾂｶﾜ", "きっかわ"), InlineData("ﾊﾟｰ", "パ‐"), InlineData("ｳﾞｨ", "ヴイ"), InlineData("ﾐﾔ ｹﾝ", "ミャヶン")]
    public void Kana_that_a_person_would_call_the_same_folds_the_same(string a, string b) => Assert.Equal(CardText.FoldKana(a), CardText.FoldKana(b));

    [Theory, InlineData("ジュンコ", false, "ｼﾞｭﾝｺ"), InlineData("ジュンコ", true, "ｼﾞﾕﾝｺ"), InlineData("ヴィー　パ", false, "ｳﾞｨｰ ﾊﾟ"), InlineData("ヮ", true, "ﾜ")]
    public void Kana_goes_into_half_width(string kana, bool large, string narrow) => Assert.Equal(narrow, CardText.NarrowKana(kana, large));

    [Fact]
    public void Every_kana_comes_back_from_half_width_and_folds_the_same_in_large_letters() {
        foreach (var kana in Enumerable.Range('ァ', 'ヴ' - 'ァ' + 1).Select(c => $"ン{(char)c}ー").Where(k => k[1] is not ('ヮ' or 'ヰ' or 'ヱ'))) {
            Assert.Equal(kana, CardText.Wide(CardText.NarrowKana(kana, large: false)));
            Assert.Equal(CardText.FoldKana(kana), CardText.FoldKana(CardText.NarrowKana(kana, large: true)));
        }
    }

    [Fact]
    public void Kana_goes_into_the_claim_in_full_width_without_spaces() => Assert.Equal("カクウジュンコ", CardText.ClaimKana("ｶｸｳ ｼﾞｭﾝｺ"));

    [Fact]
    public void A_name_outside_the_repertoire_keeps_both_forms_once_a_person_approved_them() {
        var answered = Stored with { Name = "髙橋　德子" };
        var stored = Stored with { Name = "高橋　徳子" };
        var first = CardComparison.Of(stored, answered, Today, null, Today);
        var name = Assert.Single(first.Differences);
        Assert.Equal((CardField.Name, ChangeClass.NameForm), (name.Field, name.Class));
        Assert.True(first.IsSameCard);
        Assert.Equal(stored, CardUpdate.ByRule(first));
        var approved = CardUpdate.Take(first, [name]);
        Assert.Equal(("高橋　徳子", "髙橋　德子"), (approved.Name, approved.OfficialName));
        Assert.Empty(CardComparison.Of(approved, answered, Today, Today, Today).Differences);
    }

    [Theory]
    [InlineData("髙橋　德子", "高橋　徳子", 2)]
    [InlineData("架空 太郎", "架空　太郎", 0)]
    [InlineData("MARIA ｶｸｳ", "ＭＡＲＩＡ　カクウ", 0)]
    [InlineData("ANNA-MARIA", "ＡＮＮＡ−ＭＡＲＩＡ", 0)]
    [InlineData("葛\U000E0101城　花", "葛城　花", 1)]
    [InlineData("\uFA19田", "神田", 1)]
    [InlineData("\uFA45野", "海野", 1)]
    [InlineData("𠮷野", "吉野", 1)]
    [InlineData("㐂代", null, 1)]
    [InlineData("\uE000山", null, 1)]
    public void A_name_is_proposed_as_a_claim_can_hold_it(string official, string? claim, int substitutions) {
        var form = NameForm.Of(official);
        Assert.Equal((official, claim, substitutions), (form.Official, form.Claim, form.Substitutions.Count));
    }

    [Fact]
    public void Every_proposal_is_inside_the_repertoire() => Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).ToArbitrary(), text =>
        NameForm.Of(text).Claim is not { } claim || claim.All(Domain.Records.ClaimText.Contains)).QuickCheckThrowOnFailure();

    [Fact]
    public void Leading_zeros_count_except_for_the_late_elderly() {
        Assert.Empty(Differences(Stored with { InsurerNumber = "39999999", Number = "1234" }, "00001234"));
        Assert.Equal([CardField.Number], Differences(Stored with { Number = "1234" }, "00001234"));
    }

    [Fact]
    public void A_card_goes_into_the_claim_as_the_layout_wants_it() {
        var claim = CardOnClaim.Of(Stored);
        Assert.Equal(("  999999", "12-34", "567", "01"), (claim.InsurerNumber, claim.Symbol, claim.Number, claim.Branch));
        Assert.Equal(("東京−１", "８８ア"), CardOnClaim.Of(Stored with { Symbol = "東京-1", Number = "88ｱ" }) is var wide ? (wide.Symbol, wide.Number) : default);
        Assert.Null(CardOnClaim.Of(Stored with { InsurerNumber = "39999999", Branch = "01" }).Branch);
        Assert.Equal("EQ0401", Assert.Single(CardOnClaim.Of(Stored with { Symbol = "髙" }).Findings).Code);
        Assert.Equal("EQ0402", Assert.Single(CardOnClaim.Of(Stored with { Symbol = "123456789012", Number = "12345678" }).Findings).Code);
        Assert.Throws<ArgumentException>(() => CardOnClaim.Of(Stored with { CardClass = "A1" }));
    }

    [Fact]
    public void A_card_written_into_an_insurer_record_keeps_to_its_layout() {
        var text = Gen.Elements("12-34", "架空・建設", "88ｱ", "00001234", "東京１");
        var any = from symbol in Gen.OneOf(text, Gen.Constant<string>(null!)) from number in text from insurer in Gen.Elements("999999", "39999999", "06999999")
                  select Stored with { Symbol = symbol, Number = number, InsurerNumber = insurer };
        Prop.ForAll(any.ToArbitrary(), card => {
            var claim = CardOnClaim.Of(card);
            byte[] file = [.. UkeText.Bytes("HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\n"),
                .. UkeText.Bytes($"HO,{claim.InsurerNumber},{claim.Symbol},{claim.Number},1,5550,,,,,,\n")];
            Assert.DoesNotContain(new Domain.Checks.ClaimFileCheck(new MemoryStream(file)).Run().SelectMany(p => p.Findings), f => f is { Place: { Record: "HO", Field: not null }, IsError: true, Code: ['F', ..] });
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<CardField> Differences(InsuranceCard stored, string answered) => CardComparison.Of(stored, stored with { Number = answered }, Today, null, Today).Differences.Select(d => d.Field);

    private static InsuranceCard Changed(bool[] chosen) {
        var card = Stored;
        for (var i = 0; i < Changes.Length; i++)
            if (chosen[i]) card = Changes[i].Change(card);
        return card;
    }

    private static CardComparison Compare(InsuranceCard answered) => CardComparison.Of(Stored, answered, Today, null, Today);
}
