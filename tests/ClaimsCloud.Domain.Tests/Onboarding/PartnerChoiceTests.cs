using ClaimsCloud.Domain.Onboarding;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Onboarding;

public sealed class PartnerChoiceTests {
    private static readonly OnboardingBook Book = OnboardingBook.BuiltIn;

    private static readonly Arbitrary<StationSite> Sites = (
        from prefecture in Gen.Elements(BookTables.Prefectures.Select(p => p.Value).ToArray())
        from lines in Gen.SubListOf(BookTables.Lines.Select(l => l.Value).ToArray())
        from building in Gen.Elements(BookTables.Buildings.Select(b => b.Value).ToArray())
        from use in Gen.Elements(BookTables.Lines.Select(l => l.Value).Append("").ToArray())
        select new StationSite(prefecture, [.. lines], building, use.Length == 0 ? null : use)).ToArbitrary();

    [Fact]
    public void Whoever_is_named_covers_the_area_offers_the_connection_and_has_a_reason() => Prop.ForAll(Sites, site => {
        var advice = PartnerChoice.For(site, Book);
        return advice.Candidates.All(c => Book.Partners.Single(p => p.Key == c.Partner) is var partner && partner.Connections.Contains(c.Connection) && c.Reasons.Count >= 2
            && (partner.Areas.Contains(site.Prefecture) || (partner.Areas.Count == 0 && !c.AreaStated)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_partner_is_named_or_left_out_with_a_reason() => Prop.ForAll(Sites, site => {
        var advice = PartnerChoice.For(site, Book);
        return Book.Partners.All(p => advice.Candidates.Any(c => c.Partner == p.Key) != advice.Excluded.Any(e => e.Partner == p.Key)) && (advice.Questions.Count > 0 || advice.Candidates.Count > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_question_there_is_one_way_to_connect() => Prop.ForAll(Sites, site =>
        PartnerChoice.For(site, Book) is var advice && (!advice.IsDecided || advice.Candidates.Select(c => c.Connection).Distinct().Count() == 1)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("東京都", "flets", "fits", "ntt-east ip-vpn,shinko ip-vpn")]
    [InlineData("大阪府", "flets-planned", "unknown", "ntt-west ip-vpn,shinko ip-vpn")]
    [InlineData("東京都", "fibre", "fits", "shinko ipsec-ike,konica ipsec-ike")]
    [InlineData("沖縄県", "cable", "fits", "shinko ipsec-ike,konica ipsec-ike")]
    [InlineData("北海道", "isdn", "fits", "shinko ipsec-ike,konica ipsec-ike")]
    [InlineData("福岡県", "none", "no-fibre", "shinko ipsec-ike,konica ipsec-ike")]
    [InlineData("東京都", "flets-planned", "no-fibre", "shinko ipsec-ike,konica ipsec-ike")]
    public void The_announcements_table(string prefecture, string line, string building, string expected) {
        var advice = PartnerChoice.For(new(prefecture, [line], building, null), Book);
        Assert.Empty(advice.Questions);
        Assert.Equal(expected, string.Join(',', advice.Candidates.Select(c => $"{c.Partner} {c.Connection}")));
    }

    [Theory]
    [InlineData("東京都", "flets cable", "fits", null, "PC03")]
    [InlineData("東京都", "flets", "no-fibre", null, "PC04")]
    [InlineData("東京都", "none", "fits", null, "PC02")]
    [InlineData("", "flets", "fits", null, "PC01")]
    public void What_cannot_be_decided_is_asked(string prefecture, string lines, string building, string? use, string code) =>
        Assert.Equal(code, PartnerChoice.For(new(prefecture, lines.Split(' '), building, use), Book).Questions[0].Code);

    [Fact]
    public void Both_kinds_of_line_are_settled_by_the_one_that_is_to_be_used() =>
        Assert.Equal("ipsec-ike", Assert.Single(PartnerChoice.For(new("東京都", ["flets", "cable"], "fits", "cable"), Book).Candidates.Select(c => c.Connection).Distinct()));

    [Fact]
    public void An_address_in_nobodys_area_is_a_question_and_no_guess() {
        var partners = BookTables.Find("partners")!;
        var book = new[] { "shinko", "ntt-east" }.Aggregate(Book, (b, key) => b.With(partners, key, null, new(2024, 3, 1)));
        var advice = PartnerChoice.For(new("東京都", ["flets"], "fits", null), book);
        Assert.Equal("PC05", Assert.Single(advice.Questions).Code);
        Assert.Empty(advice.Candidates);
    }

    [Fact]
    public void The_rules_are_rows_that_the_desk_changes() {
        var rules = BookTables.Find("rules")!;
        var row = new Dictionary<string, string>(Book.Tables["rules"].Single(r => r["key"] == "old-line")) { ["lines"] = "isdn" };
        var book = Book.With(rules, "old-line", row, new(2024, 9, 1));
        Assert.Null(book.Problem());
        Assert.Equal("PC02", Assert.Single(PartnerChoice.For(new("東京都", ["adsl"], "fits", null), book).Questions).Code);
        Assert.Empty(PartnerChoice.For(new("東京都", ["adsl"], "fits", null), Book).Questions);
    }
}
