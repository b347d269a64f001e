using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Domain.Tests.Onboarding;

public sealed class SubsidyPacketTests {
    private static readonly Programme Terms = OnboardingBook.BuiltIn.Programmes[0] with { ApplyBy = new(2025, 1, 31) };

    private static readonly PacketFacts Whole = new(Terms, ["partner", "conduct"],
        [new("partner", "A-1", new(2024, 9, 1), new(2024, 9, 20), [new("回線", 400_000, true), new("棚", 10_000, false)]), new("conduct", "C-1", new(2024, 9, 2), new(2024, 9, 25), [new("プログラム", 165_000, true)])],
        [new("receipt", "partner", 410_000), new("statement", "partner", 410_000), new("receipt", "conduct", 165_000), new("statement", "conduct", 165_000), new("report", "", null)],
        new DateOnly(2024, 8, 30), new(2024, 10, 1));

    [Fact]
    public void A_whole_packet_is_complete_and_adds_up_to_the_ledger() {
        var account = SubsidyPacket.Of(Whole);
        Assert.Empty(account.Findings);
        Assert.Equal((575_000, 565_000, 429_000, 146_000, 136_000), (account.TotalYen, account.SubsidisedYen, account.SubsidyYen, account.OwnYen, account.OverCapYen));
    }

    public static TheoryData<string> EachPaper => [.. Whole.Papers.Select(p => $"{p.Kind}|{p.Supplier}")];

    [Theory, MemberData(nameof(EachPaper))]
    public void One_missing_paper_stops_it_and_is_named(string paper) {
        var account = SubsidyPacket.Of(Whole with { Papers = [.. Whole.Papers.Where(p => $"{p.Kind}|{p.Supplier}" != paper)] });
        Assert.False(account.IsComplete);
        Assert.Equal("SP04", Assert.Single(account.Findings).Code);
    }

    [Fact]
    public void What_is_not_paid_or_paid_after_the_application_stops_it() {
        Assert.Equal("SP02", Only(Whole with { Invoices = [Whole.Invoices[0] with { PaidOn = null }, Whole.Invoices[1]] }));
        Assert.Equal("SP03", Only(Whole with { Invoices = [Whole.Invoices[0] with { PaidOn = new(2024, 10, 2) }, Whole.Invoices[1]] }));
    }

    [Fact]
    public void A_receipt_of_another_amount_stops_it_and_one_that_nobody_typed_is_not_checked() {
        Assert.Equal("SP05", Only(Whole with { Papers = [Whole.Papers[0] with { Yen = 409_999 }, .. Whole.Papers.Skip(1)] }));
        var untyped = SubsidyPacket.Of(Whole with { Papers = [Whole.Papers[0] with { Yen = null }, .. Whole.Papers.Skip(1)] });
        Assert.Equal(("SP05", Verdict.NotChecked, true), (untyped.Findings[0].Code, untyped.Findings[0].Verdict, untyped.IsComplete));
    }

    [Fact]
    public void A_deadline_that_nobody_registered_is_not_checked_and_never_passed() {
        var account = SubsidyPacket.Of(Whole with { Programme = Terms with { ApplyBy = null } });
        Assert.Equal(("SP07", Verdict.NotChecked), (Assert.Single(account.Findings).Code, account.Findings[0].Verdict));
        Assert.Equal("SP07", Only(Whole with { Programme = Terms with { ApplyBy = new(2024, 9, 30) } }));
        Assert.Equal("SP07", Only(Whole with { Programme = Terms with { OperateBy = new(2024, 8, 1) } }));
    }

    [Fact]
    public void Nothing_ordered_nothing_installed_nothing_to_subsidise() {
        Assert.Equal("SP06", Only(Whole with { InstalledOn = null }));
        Assert.Equal("SP01", SubsidyPacket.Of(Whole with { Invoices = [Whole.Invoices[0]] }).Findings[0].Code);
        Assert.Contains(SubsidyPacket.Of(Whole with { Invoices = [.. Whole.Invoices.Select(i => i with { Lines = [.. i.Lines.Select(l => l with { Subsidised = false })] })] }).Findings, f => f.Code == "SP08");
    }

    private static string Only(PacketFacts facts) {
        var account = SubsidyPacket.Of(facts);
        Assert.False(account.IsComplete);
        return Assert.Single(account.Findings).Code;
    }
}
