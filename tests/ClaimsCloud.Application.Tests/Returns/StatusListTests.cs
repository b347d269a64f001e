using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Returns;

public sealed class StatusListTests {
    private static readonly ReturnFileName Acceptance = ReturnFileName.Parse(SampleFiles.AcceptanceName())!;
    private static readonly ReturnFileName Confirmation = ReturnFileName.Parse(SampleFiles.ConfirmationName())!;

    [Theory]
    [InlineData("RIhasp11361234567" + "20240708103000.csv", "20240708103000")]
    [InlineData("rihasp11361234567" + "20240708103000.CSV", "20240708103000")]
    [InlineData("XYuasp11361234567" + "20240708103000 (1).csv", "20240708103000")]
    [InlineData("RIhasp11361234567" + "01001.csv", null)]
    public void A_name_says_kind_payer_station_and_time(string name, string? made) =>
        Assert.Equal(new ReturnFileName(ReturnFileKind.AcceptanceList, "1", "13", "1234567", made), ReturnFileName.Parse(name));

    [Theory]
    [InlineData("RECEIPTH.HEN")]
    [InlineData("RIhasp31361234567" + "20240708103000.csv")]
    [InlineData("RIhasp11311234567" + "20240708103000.csv")]
    [InlineData("RIxxxx11361234567" + "50607.csv")]
    [InlineData("RIhasp1136123456720240708103000.csv.exe")]
    [InlineData("../RIhasp1136123456720240708103000.csv")]
    [InlineData("")]
    public void Any_other_name_says_nothing(string name) => Assert.Null(ReturnFileName.Parse(name));

    [Fact]
    public void A_list_without_details_accepts_everything() {
        var list = AcceptanceList.Read(Acceptance, SampleFiles.AcceptanceList());
        Assert.Equal(("202406", "202407", "1234567", (int?)1, false), (list.ServiceMonth, list.ClaimMonth, list.StationCode, list.SendCount, list.Damaged));
        Assert.Empty(list.Entries);
        Assert.Empty(list.Findings);
    }

    [Theory]
    [InlineData("1917", PayerVerdict.Refused, 0)]
    [InlineData("2111", PayerVerdict.Refused, 0)]
    [InlineData("３１２９", PayerVerdict.Attention, 0)]
    [InlineData("4501", PayerVerdict.Attention, 0)]
    [InlineData("7001", PayerVerdict.Attention, 0)]
    [InlineData("4801", PayerVerdict.Attention, 1)]
    [InlineData("9999", PayerVerdict.Attention, 1)]
    public void The_band_of_a_code_says_what_it_means_and_an_unexplained_one_is_not_a_pass(string code, PayerVerdict verdict, int hints) {
        var list = AcceptanceList.Read(Acceptance, SampleFiles.AcceptanceList(details: [("１２", code, "メッセージ")]));
        var entry = Assert.Single(list.Entries);
        Assert.Equal((verdict, code[0] == '1' ? null : 12, "メッセージ　該当項目"), (entry.Verdict, entry.Claim, entry.Message));
        Assert.Equal((hints, false), (list.Findings.Count, list.Damaged));
    }

    [Theory]
    [InlineData("令和　６年　６月", "202406")]
    [InlineData("令和６年１２月", "202412")]
    [InlineData("令和元年５月", "201905")]
    [InlineData("50606", "202406")]
    [InlineData("202406", "202406")]
    [InlineData("令和　６年１３月", null)]
    [InlineData("平成３１年４月", null)]
    [InlineData("", null)]
    public void Months_are_read_in_every_way_they_are_written(string text, string? month) =>
        Assert.Equal(month, AcceptanceList.Read(Acceptance, SampleFiles.AcceptanceList(text)).ServiceMonth);

    [Fact]
    public void December_is_claimed_in_January() => Assert.Equal("202501", AcceptanceList.Read(Acceptance, SampleFiles.AcceptanceList("令和　６年１２月")).ClaimMonth);

    [Fact]
    public void A_confirmation_says_which_claims_were_claimed() {
        var list = ConfirmationList.Read(Confirmation, SampleFiles.ConfirmationList(decisions: [(1, "1"), (2, "２")]));
        Assert.Equal(("202407", "1", "1234567", false), (list.ClaimMonth, list.Payer, list.StationCode, list.Damaged));
        Assert.Equal([(1, true), (2, false)], list.Entries.Select(e => (e.Claim, e.Claimed)));
    }

    [Fact]
    public void Name_and_contents_must_not_contradict_each_other() {
        Assert.True(AcceptanceList.Read(Acceptance, SampleFiles.AcceptanceList(stationCode: "7654321")).Damaged);
        Assert.True(ConfirmationList.Read(Confirmation, SampleFiles.ConfirmationList(stationCode: "7654321")).Damaged);
        Assert.True(ConfirmationList.Read(Confirmation, SampleFiles.ConfirmationList(payer: "2")).Damaged);
    }

    [Fact]
    public void Cut_anywhere_inside_a_line_a_list_is_damaged() {
        foreach (var (bytes, read) in Both()) {
            for (var length = 0; length < bytes.Length; length++) {
                var cut = bytes[..length];
                if (length > 0 && cut[^1] == '\n') continue; // Between two lines nothing tells a cut from an end.
                Assert.True(read(cut), $"cut after {length} of {bytes.Length} bytes");
            }
            Assert.False(read(bytes));
        }
    }

    [Fact]
    public void Random_damage_never_throws_and_never_invents_a_claim_number_below_one() {
        var random = new Random(11);
        foreach (var (bytes, read) in Both())
            for (var i = 0; i < 3000; i++) {
                var copy = (byte[])bytes.Clone();
                for (var hits = random.Next(1, 6); hits > 0; hits--) copy[random.Next(copy.Length)] = (byte)random.Next(256);
                read(copy);
                Assert.DoesNotContain(AcceptanceList.Read(Acceptance, copy).Entries, e => e.Claim < 1);
                Assert.DoesNotContain(ConfirmationList.Read(Confirmation, copy).Entries, e => e.Claim < 1);
            }
    }

    [Fact]
    public void No_finding_repeats_what_stands_in_the_list() {
        var bytes = SampleFiles.AcceptanceList(details: [("花子", "3129", "x"), ("1", "花子", "x")]);
        var findings = AcceptanceList.Read(Acceptance, bytes).Findings;
        Assert.Equal(2, findings.Count);
        Assert.DoesNotContain(findings, f => f.Message.Contains("花子"));
    }

    [Fact]
    public void An_end_mark_is_tolerated_and_another_encoding_is_not() {
        var bytes = SampleFiles.AcceptanceList();
        Assert.False(AcceptanceList.Read(Acceptance, [.. bytes, 0x1A]).Damaged);
        Assert.True(AcceptanceList.Read(Acceptance, UkeText.Bytes("[UTF-8]髙\n")).Damaged);
    }

    private static (byte[] Bytes, Func<byte[], bool> Damaged)[] Both() => [
        (SampleFiles.AcceptanceList(details: [("1", "3129", "メッセージ"), ("2", "2111", "メッセージ")]), bytes => AcceptanceList.Read(Acceptance, bytes).Damaged),
        (SampleFiles.ConfirmationList(decisions: [(1, "1"), (2, "2")]), bytes => ConfirmationList.Read(Confirmation, bytes).Damaged),
    ];
}
