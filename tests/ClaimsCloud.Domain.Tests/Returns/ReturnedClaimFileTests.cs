using System.Text;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Domain.Tests.Returns;

public sealed class ReturnedClaimFileTests {
    private static readonly byte[] Three = ReturnFiles.Of("1", "13", "9990018", "202501",
        [.. ReturnFiles.ClaimLines(UkeText.Sample("demo-station-a")).Take(3).Select((lines, i) => new SentBack(lines, ReturnFiles.SearchNumber(i + 1)))]);

    [Fact]
    public void The_figure_of_the_manual_is_read_whole() {
        var file = ReturnedClaimFile.Read(Figure.Returned);
        Assert.Empty(file.Findings);
        Assert.Equal(new ReturnHeader("HH", 1, "1", "13", "6", "1234567", ServiceMonth.Of(2025, 5)), file.Header);
        Assert.Equal(("HG", LineEnding.CrLf, true, 1), (file.Reading.Footer, file.Reading.LineEnding, file.Reading.HasEndMark, file.StatedClaims));
        var claim = Assert.Single(file.Claims);
        Assert.Equal(("13020240700000000001", "A-0001", "1114"), (claim.SearchNumber, claim.Data.Common.ChartNumber, claim.Data.Common.ClaimType));
        Assert.Equal(["RE", "HO", "SN", "RJ", "KA", "KA"], claim.Data.Records.Select(r => r.Id));
        var reason = Assert.Single(claim.Reasons);
        Assert.Equal(("L3129", "1", ServiceMonth.Of(2025, 5), ReasonLayout.CodeFourth), (reason.Code, reason.Category, reason.ProcessingMonth!.Value, reason.Layout));
        Assert.Equal((9, 9), (claim.History.Lines.Count, claim.History.Lines[0].Line));
    }

    [Theory]
    [InlineData("HI,1,202505,13,6,1234567,,00", "HI")]
    [InlineData("HI,1,50705,13,6,1234567,,00", "HI")]
    [InlineData("IR,1,13,6,1234567,,ひかり訪問看護ステーション,202505,00", "IR")]
    [InlineData("HM,1,13,6,1234567,ひかり訪問看護ステーション,202505,", "HM")]
    [InlineData("HH,１,１３,６,１２３４５６７,,２０２５０５", "HH")]
    public void Headers_are_read_by_shape_and_the_reading_is_named(string header, string reading) {
        var file = ReturnedClaimFile.Read(UkeText.Bytes(UkeText.Shown(Figure.Returned).Replace("HH,1,13,6,1234567,,202505", header, StringComparison.Ordinal)));
        Assert.Empty(file.Findings);
        Assert.Equal(new ReturnHeader(reading, 1, "1", "13", "6", "1234567", ServiceMonth.Of(2025, 5)), file.Header);
    }

    [Theory]
    [InlineData("HR,202505,1,Ｌ3129,理由,補足", "L3129", ReasonLayout.CodeFourth)]
    [InlineData("HR,２０２５０５,１,Ｌ３１２９,理由,補足", "L3129", ReasonLayout.CodeFourth)]
    [InlineData("HR,50705,1,11,L5106,理由,補足,1,,,,,,", "L5106", ReasonLayout.CodeFifth)]
    [InlineData("HR,202505,1,,,L3129,理由,補足", "L3129", ReasonLayout.CodeElsewhere)]
    public void A_reason_is_found_by_its_code_wherever_it_stands(string record, string code, ReasonLayout layout) {
        var file = ReturnedClaimFile.Read(UkeText.Bytes(UkeText.Shown(Figure.Returned).Replace("HR,202505,1,Ｌ3129,未就学者に該当しません,\n8,1", record + "\n8,1", StringComparison.Ordinal)));
        Assert.Empty(file.Findings);
        var reason = Assert.Single(file.Claims[0].Reasons);
        Assert.Equal((code, layout, "理由", "補足", "1", ServiceMonth.Of(2025, 5)), (reason.Code, reason.Layout, reason.Text, reason.Supplement, reason.Category, reason.ProcessingMonth!.Value));
        Assert.Equal([layout], file.Reading.Reasons);
    }

    [Fact]
    public void A_reason_without_a_code_is_shown_as_it_stands_and_asked_about() {
        var file = ReturnedClaimFile.Read(UkeText.Bytes(UkeText.Shown(Figure.Returned).Replace("1,Ｌ3129,未就学者に該当しません,\n8,1", "1,区分相違\n8,1", StringComparison.Ordinal)));
        Assert.False(file.Damaged);
        Assert.Equal(["RT0232"], file.Findings.Select(f => f.Code));
        Assert.Equal("HR,202505,1,区分相違", file.Claims[0].Reasons[0].Raw);
    }

    [Fact]
    public void Line_feeds_alone_and_a_missing_end_mark_are_tolerated_and_named() {
        var file = ReturnedClaimFile.Read(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Figure.Returned).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\u001A')));
        Assert.Equal((false, LineEnding.Lf, false), (file.Damaged, file.Reading.LineEnding, file.Reading.HasEndMark));
        Assert.Equal(["RT0301"], file.Findings.Select(f => f.Code));
        Assert.Equal(9, file.Claims[0].History.Lines.Count);
    }

    [Fact]
    public void Cut_at_any_byte_before_its_end_a_file_is_damaged() {
        Assert.False(ReturnedClaimFile.Read(Three).Damaged);
        Assert.False(ReturnedClaimFile.Read(Three.AsSpan(0, Three.Length - 1)).Damaged);
        for (var length = 0; length < Three.Length - 1; length++)
            Assert.True(ReturnedClaimFile.Read(Three.AsSpan(0, length)).Damaged, $"cut after {length} of {Three.Length} bytes");
    }

    [Fact]
    public void A_missing_line_is_noticed_unless_it_is_one_of_the_claims_own() {
        var lines = Lines(Three);
        for (var i = 0; i < lines.Count; i++) {
            var file = ReturnedClaimFile.Read(Joined([.. lines.Where((_, n) => n != i)]));
            if (!IsClaimRecord(lines[i]) && !IsHistory(lines[i])) Assert.NotEmpty(file.Findings);
        }
    }

    [Fact]
    public void Two_neighbours_that_changed_places_are_noticed_unless_both_are_records_of_one_claim() {
        var lines = Lines(Three);
        for (var i = 0; i + 1 < lines.Count; i++) {
            var swapped = lines.ToList();
            (swapped[i], swapped[i + 1]) = (lines[i + 1], lines[i]);
            if (IsClaimRecord(lines[i]) && IsClaimRecord(lines[i + 1])) continue;
            Assert.True(ReturnedClaimFile.Read(Joined(swapped)).Findings.Count > 0, $"lines {i + 1} and {i + 2}");
        }
    }

    [Theory]
    [InlineData("HG,2,188", "RT0205", true)]
    [InlineData("HG,0,188", "RT0205", true)]
    [InlineData("HG,,", "RT0302", false)]
    [InlineData("HG,１,188", "RT0302", false)]
    [InlineData("XX", "RT0204", true)]
    public void The_count_of_the_footer_must_agree(string footer, string code, bool damaged) {
        var file = ReturnedClaimFile.Read(UkeText.Bytes(UkeText.Shown(Figure.Returned).Replace("HG,1,188", footer, StringComparison.Ordinal)));
        Assert.Contains(code, file.Findings.Select(f => f.Code));
        Assert.Equal(damaged, file.Damaged);
    }

    [Fact]
    public void A_claim_file_is_not_taken_for_a_return_file() {
        var file = ReturnedClaimFile.Read(UkeText.Sample("demo-station-a"));
        Assert.True(file.Damaged);
        Assert.Contains("RT0207", file.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Any_bytes_are_read_and_what_is_read_stands_in_them() {
        for (var seed = 0; seed < 3000; seed++) {
            var bytes = Damaged(seed);
            var file = ReturnedClaimFile.Read(bytes);
            foreach (var claim in file.Claims)
                foreach (var record in claim.Data.Records.Concat(claim.History.Lines))
                    Assert.True(bytes.AsSpan((int)record.Offset, record.Bytes.Length).SequenceEqual(record.Bytes), $"seed {seed}");
            if (file.Claims.Count == 0) Assert.True(file.Damaged);
        }
    }

    [Fact]
    public void No_finding_repeats_what_stands_in_the_file() {
        for (var seed = 0; seed < 500; seed++)
            Assert.DoesNotContain(ReturnedClaimFile.Read(Damaged(seed)).Findings, f => f.Message.Contains("相沢", StringComparison.Ordinal) || f.Message.Contains("１１０２", StringComparison.Ordinal));
    }

    private static byte[] Damaged(int seed) {
        var random = new Random(seed);
        var bytes = Three.ToList();
        for (var hits = random.Next(1, 8); hits > 0; hits--) {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 80), bytes.Count - at);
            switch (random.Next(4)) {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1)); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                default: bytes.InsertRange(at, "\r\nRE,"u8); break;
            }
        }
        return [.. bytes];
    }

    private static bool IsHistory(string line) => line.StartsWith("8,", StringComparison.Ordinal);

    private static bool IsClaimRecord(string line) => !IsHistory(line) && !line.StartsWith("RE,", StringComparison.Ordinal) && line[..2] is not ("HH" or "HR" or "HG" or "\u001A");

    private static List<string> Lines(byte[] file) => [.. Encoding.Latin1.GetString(file).Split("\r\n")[..^1]];

    private static byte[] Joined(List<string> lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\u001A");
}
