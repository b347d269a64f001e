using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Resubmission;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Domain.Tests.Returns;

public sealed class ResubmissionTests {
    private static readonly byte[] Sample = UkeText.Sample("demo-station-a");

    [Fact]
    public void The_left_side_of_the_figure_and_the_corrected_claim_make_the_right_side() {
        var plan = Plan(Figure.Corrected, Figure.Returned);
        Assert.Empty(plan.Findings);
        Assert.Equal(UkeText.Shown(Figure.Resubmitted), UkeText.Shown(Written(plan)));
    }

    [Fact]
    public void The_right_side_of_the_figure_holds_the_left_sides_key_and_history_and_is_written_as_it_is() {
        var claim = Assert.Single(RebuiltClaims.Read(new MemoryStream(Figure.Resubmitted)).Claims);
        var returned = Assert.Single(ReturnedClaimFile.Read(Figure.Returned).Claims);
        Assert.Equal(returned.SearchNumber, claim.Identity.SearchNumber);
        Assert.Null(returned.History.FirstDifference(claim.History));
        Assert.Equal(UkeText.Shown(Figure.Resubmitted), UkeText.Shown(Written(Plan(Figure.Resubmitted, Figure.Returned))));
    }

    [Fact]
    public void A_person_reads_the_corrected_claim_and_that_its_history_is_there() {
        var claim = RebuiltClaims.Read(new MemoryStream(Figure.Resubmitted)).Claims[0].Claim;
        var sections = ReceiptView.Of(claim.Original, claim.Heading.FirstLine);
        Assert.Equal(("履歴管理ブロック", "9行（変えられません）", 8), (sections[^1].Title, sections[^1].Rows[0].Value, sections[^1].Rows[0].Line));
        Assert.DoesNotContain(sections, s => s.Title == "読み取れない行");
    }

    [Fact]
    public void A_return_file_that_somebody_made_into_a_claim_file_loses_its_reasons_and_its_footer() {
        var edited = UkeText.Shown(Figure.Returned).Replace("HH,1,13,6,1234567,,202505", "HM,1,13,6,1234567,ひかり訪問看護ステーション,202506,", StringComparison.Ordinal)
            .Replace("RE,1,1114", "RE,7,1116", StringComparison.Ordinal).Replace("8,1,0,RE,7,1116", "8,1,0,RE,1,1114", StringComparison.Ordinal);
        var plan = Plan(UkeText.Bytes(edited), Figure.Returned);
        Assert.Equal(["RT0421"], plan.Findings.Select(f => f.Code));
        Assert.Equal(UkeText.Shown(Figure.Resubmitted), UkeText.Shown(Written(plan)));
    }

    [Fact]
    public void A_thousand_returned_claims_mixed_with_a_thousand_first_claims_keep_their_histories_and_are_numbered_through() {
        var lines = ReturnFiles.ClaimLines(Sample);
        var claims = Enumerable.Range(1, 2000).Select(n => Claim(lines[n % lines.Count], n)).ToList();
        var returns = ReturnFiles.Of("1", "13", "9990018", "202501", [.. claims.Where((_, i) => i % 2 == 0).Select((c, i) => new SentBack(c, ReturnFiles.SearchNumber(i + 1)))]);
        var written = Written(Plan(Files.Of(claims), returns));

        var returned = ReturnedClaimFile.Read(returns);
        var sent = RebuiltClaims.Read(new MemoryStream(written)).Claims;
        Assert.Equal((1000, 2000), (returned.Claims.Count, sent.Count));
        Assert.Equal(Enumerable.Range(1, 2000), sent.Select(c => c.Claim.Common.ReceiptNumber!.Value));
        for (var i = 0; i < sent.Count; i++) {
            var answers = i % 2 == 0 ? returned.Claims[i / 2] : null;
            Assert.Equal(answers?.SearchNumber, sent[i].Identity.SearchNumber);
            if (answers is null) Assert.Empty(sent[i].History);
            else Assert.Null(answers.History.FirstDifference(sent[i].History));
        }
        var errors = new ClaimFileCheck(new MemoryStream(written)).Run().SelectMany(p => p.Findings).Where(f => f.IsError).Select(f => $"{f.Place} {f.Code} {f.Message}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(20)));
    }

    [Fact]
    public void One_changed_byte_anywhere_in_a_history_is_refused_and_its_line_is_named() {
        var returned = ReturnedClaimFile.Read(Figure.Returned).Claims[0];
        var resent = RebuiltClaims.Read(new MemoryStream(Figure.Resubmitted)).Claims[0];
        foreach (var line in resent.History)
            for (var i = 8; i < line.Bytes.Length; i++) {
                var changed = (byte[])Figure.Resubmitted.Clone();
                changed[line.Offset + i] = changed[line.Offset + i] == (byte)'1' ? (byte)'2' : (byte)'1';
                var plan = Plan(changed, Figure.Returned);
                Assert.False(plan.Ready);
                Assert.Contains(plan.Findings, f => f.Code == "RT0416" && f.Place.Line == line.Line);
            }
        Assert.Null(returned.History.FirstDifference(resent.History));
    }

    [Fact]
    public void A_history_with_a_line_more_or_less_is_refused() {
        var text = UkeText.Shown(Figure.Resubmitted);
        foreach (var changed in (string[])[text.Replace("8,7,0,EX,1,,\n", "", StringComparison.Ordinal), text.Replace("GO\n", "8,10,0,RC,Ver0000\nGO\n", StringComparison.Ordinal)])
            Assert.Contains(Plan(UkeText.Bytes(changed), Figure.Returned).Findings, f => f.Code == "RT0416");
    }

    [Fact]
    public void With_another_payer_a_returned_claim_becomes_a_first_claim_without_key_and_history() {
        foreach (var claims in (byte[][])[Figure.Corrected, Figure.Resubmitted]) {
            var plan = Plan(UkeText.Bytes(UkeText.Shown(claims).Replace("HM,1,", "HM,2,", StringComparison.Ordinal)), Figure.Returned);
            Assert.Equal(["RT0422"], plan.Findings.Select(f => f.Code));
            Assert.Equal(UkeText.Shown(Figure.Corrected).Replace("HM,1,", "HM,2,", StringComparison.Ordinal), UkeText.Shown(Written(plan)));
        }
    }

    [Fact]
    public void A_split_claim_asks_which_part_goes_back_and_sends_the_other_as_a_first_claim() {
        var one = ReturnFiles.ClaimLines(Figure.Corrected)[0];
        var both = Files.Of([one, Claim(one, 2, "A-0001")], "1234567");
        var undecided = Plan(both, Figure.Returned);
        Assert.Equal(["RT0413", "RT0413", "RT0423"], undecided.Findings.Select(f => f.Code));
        Assert.Throws<InvalidOperationException>(() => ResubmissionWriter.Write(undecided, Stream.Null));

        var sent = RebuiltClaims.Read(new MemoryStream(Written(Plan(both, Figure.Returned, new(1, 1), new(2, null))))).Claims;
        Assert.Equal(["13020240700000000001", null], sent.Select(c => c.Identity.SearchNumber));
        Assert.Equal([9, 0], sent.Select(c => c.History.Count));
    }

    /// <summary>A month that is built anew holds every claim once more: only what comes back goes out, in the month of sending.</summary>
    [Fact]
    public void Of_a_whole_month_only_what_the_payer_has_not_goes_out() {
        var one = ReturnFiles.ClaimLines(Figure.Corrected)[0];
        var month = RebuiltClaims.Read(new MemoryStream(Files.Of([one, Claim(one, 2), Claim(one, 3)], "1234567")));
        var sent = new AlreadySent([month.Claims[0].Identity, month.Claims[1].Identity]);
        var returned = ReturnedClaimFile.Read(Figure.Returned).Claims;
        var plan = ResubmissionPlan.Of(month, returned, sent, []);
        Assert.Equal((true, 1), (plan.Ready, plan.Findings.Count(f => f.Code == "RT0424")));
        var file = new MemoryStream();
        ResubmissionWriter.Write(plan, file, ServiceMonth.Of(2030, 2));
        var written = RebuiltClaims.Read(new MemoryStream(file.ToArray()));
        Assert.Equal(["A-0001", "P-0003"], written.Claims.Select(c => c.Identity.ChartNumber));
        Assert.Equal("203002", new StationRecord(written.Header!.Value).BillingMonth?.ToString());
        Assert.Equal([1, 2], written.Claims.Select(c => c.Claim.Common.ReceiptNumber));

        Assert.Equal(3, ResubmissionPlan.Of(month, returned, sent, [new(2, null)]).Claims.Count);
        Assert.Contains(ResubmissionPlan.Of(month, [], new([.. month.Claims.Select(c => c.Identity)]), []).Findings, f => f.Code == "RT0407");
    }

    [Theory]
    [InlineData("2024-11-01T00:00:00+09:00", "202411")]
    [InlineData("2024-11-10T23:59:59+09:00", "202411")]
    [InlineData("2024-11-11T00:00:00+09:00", "202412")]
    [InlineData("2024-12-31T15:00:00+00:00", "202501")]
    public void A_file_that_is_made_after_the_deadline_goes_out_in_the_next_month(string now, string month) =>
        Assert.Equal(month, ClaimCalendar.SendingMonth(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("A-0001", "", "RT0413", "another person with this chart number")]
    [InlineData("", "看護　太郎", "RT0413", "no key, the rest agrees")]
    [InlineData("B-0002", "看護　太郎", "RT0413", "another key, the rest agrees")]
    [InlineData("B-0002", "", null, "somebody else")]
    public void What_is_not_certain_is_asked_and_what_has_nothing_in_common_is_a_first_claim(string chart, string name, string? code, string why) {
        var text = UkeText.Shown(Figure.Corrected).Replace("A-0001", chart, StringComparison.Ordinal);
        if (name.Length == 0) text = text.Replace("看護　太郎,カンゴタロウ,1,20180310", "別人　次郎,ベツジンジロウ,1,20150505", StringComparison.Ordinal).Replace("12345678,2", "99999999,2", StringComparison.Ordinal);
        var findings = Plan(UkeText.Bytes(text), Figure.Returned).Findings.Where(f => f.IsError).Select(f => f.Code).ToList();
        Assert.True(findings.SequenceEqual(code is null ? [] : [code]), $"{why}: {string.Join(' ', findings)}");
    }

    [Fact]
    public void Decisions_that_fit_nothing_and_returns_that_cannot_go_back_are_refused() {
        Assert.Contains(Plan(Figure.Corrected, Figure.Returned, new LinkDecision(1, 2)).Findings, f => f.Code == "RT0405");
        Assert.Contains(Plan(Figure.Corrected, Figure.Returned, new LinkDecision(9, null)).Findings, f => f.Code == "RT0405");
        Assert.Contains(Plan(Figure.Corrected, UkeText.Bytes(UkeText.Shown(Figure.Returned).Replace("A-0001,13020240700000000001", "A-0001,", StringComparison.Ordinal))).Findings, f => f.Code == "RT0411");
        Assert.Contains(Plan(UkeText.Bytes(UkeText.Shown(Figure.Corrected).Replace("1234567,ひ", "7654321,ひ", StringComparison.Ordinal)), Figure.Returned).Findings, f => f.Code == "RT0404");
        Assert.Contains(Plan(UkeText.Bytes(UkeText.Shown(Figure.Resubmitted).Replace("A-0001,1302", "A-0001,9902", StringComparison.Ordinal)), Figure.Returned).Findings, f => f.Code == "RT0412");
        Assert.Contains(Plan([.. Figure.Corrected[..^1], .. Figure.Corrected], Figure.Returned).Findings, f => f.Code == "RT0406");
    }

    [Fact]
    public void Cut_at_any_byte_a_claim_file_is_not_written_unless_only_its_end_mark_is_missing() {
        for (var length = 0; length < Figure.Corrected.Length - 3; length++)
            Assert.False(Plan(Figure.Corrected[..length], Figure.Returned).Ready, $"cut after {length}");
        Assert.Equal(UkeText.Shown(Figure.Resubmitted), UkeText.Shown(Written(Plan(Figure.Corrected[..^1], Figure.Returned))));
    }

    private static IReadOnlyList<byte[]> Claim(IReadOnlyList<byte[]> lines, int number, string? chart = null) {
        var items = ClaimText.Decode(lines[0]).Split(',');
        // Another person each time: the same one twice in a month is a claim that was sent twice.
        (items[1], items[4], items[13], items[14]) = (number.ToString(), $"試験　花子{FullWidth(number)}", chart ?? $"P-{number:0000}", "");
        return [ClaimText.Encode(string.Join(',', items)), .. lines.Skip(1)];
    }

    private static string FullWidth(int number) => string.Concat($"{number}".Select(c => (char)(c - '0' + '０')));

    private static ResubmissionPlan Plan(byte[] claims, byte[] returns, params LinkDecision[] decisions) =>
        ResubmissionPlan.Of(RebuiltClaims.Read(new MemoryStream(claims)), ReturnedClaimFile.Read(returns).Claims, decisions);

    private static byte[] Written(ResubmissionPlan plan) {
        var file = new MemoryStream();
        ResubmissionWriter.Write(plan, file);
        return file.ToArray();
    }

    private static class Files {
        public static byte[] Of(IReadOnlyList<IReadOnlyList<byte[]>> claims, string station = "9990018") =>
            [.. UkeText.Bytes($"HM,1,13,6,{station},いぶき訪問看護ステーション,202502,03-0000-1234\n"), .. claims.SelectMany(c => c).SelectMany(line => (byte[])[.. line, .. "\r\n"u8]), .. "GO\r\n\u001A"u8];
    }
}
