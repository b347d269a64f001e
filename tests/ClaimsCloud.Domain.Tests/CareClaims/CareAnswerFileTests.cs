using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing.Care;

namespace ClaimsCloud.Domain.Tests.CareClaims;

public sealed class CareAnswerFileTests {
    [Theory]
    [InlineData("74100000.CSV", true), InlineData("75100001.csv", true), InlineData("74100000 (1).CSV", true)]
    [InlineData("K250405A.CSV", false), InlineData("RIfmei1136999001850612.csv", false), InlineData("7410000.CSV", false), InlineData("74100000.TXT", false)]
    public void A_file_of_the_federation_is_known_by_its_name(string name, bool isOne) => Assert.Equal(isOne, CareAnswerFile.IsName(name));

    [Fact]
    public void Full_width_codes_become_half_width_and_held_lines_are_told_apart() {
        var read = CareAnswerFile.Read(Returns("7411,D1,00131011,,0000000001,ｱｵｷ,請,202504,13,3292,B,認定情報が違います,１２ＱＪ,", "7411,D1,00131011,,0000000002,ｲｼｲ,請,202504,13,1884,C,給付管理票がありません,保留,"));
        Assert.False(read.Damaged);
        Assert.Equal([(CareAnswerKind.Returned, "12QJ"), (CareAnswerKind.Held, "保留")], read.Lines.Select(l => (l.Kind, l.Code)));
        Assert.Equal(("7411", "202505"), (read.Exchange, read.ReviewMonth));
    }

    [Fact]
    public void Lines_of_the_care_manager_are_not_ours() => Assert.Empty(CareAnswerFile.Read(Returns("7411,D1,00131011,,0000000001,,給,202504,,,C,内容,１２Ｐ３,")).Lines);

    [Fact]
    public void A_record_of_a_later_edition_is_told_and_the_rest_is_read() {
        var read = CareAnswerFile.Read(Returns("7499,X1,1,2,3", "7411,D1,00131011,,0000000001,,請,202504,13,3292,A,内容,ＡＢＢ０,"));
        Assert.Single(read.Lines);
        Assert.Contains(read.Findings, f => f is { Code: "CF06", Place.Line: 3 });
    }

    [Fact]
    public void A_file_that_ends_too_early_is_damaged() {
        var whole = Returns("7411,D1,00131011,,0000000001,,請,202504,13,3292,A,内容,ＡＢＢ０,");
        Assert.True(CareAnswerFile.Read(whole[..(whole.Length / 2)]).Damaged);
        Assert.True(CareAnswerFile.Read("garbage"u8.ToArray()).Damaged);
        Assert.True(CareAnswerFile.Read([]).Damaged);
    }

    [Fact]
    public void Lists_of_one_month_that_do_not_agree_are_told() {
        CareAnswerLine Line(CareAnswerKind kind, int claims, long yen) => new(kind, "202505", "202504", "131011", kind is CareAnswerKind.Returned or CareAnswerKind.Withdrawn ? "1" : "", "13", claims, 0, yen, "", "");
        CareAnswerLine[] lines = [Line(CareAnswerKind.Decided, 2, 100), Line(CareAnswerKind.CountReturned, 2, 0), Line(CareAnswerKind.Returned, 1, 0), Line(CareAnswerKind.Withdrawn, 1, -10)];
        CareTotals[] totals = [new("202505", 101, -9, 91, null, null, null), new("202505", null, null, null, 90, 80, new(2025, 6, 28))];
        Assert.Equal(["CA05", "CA05", "CA05", "CA05", "CA06"], CareReviewCheck.Run("202505", lines, totals).Select(d => d.Code));
        Assert.Empty(CareReviewCheck.Run("202506", lines, totals));
    }

    [Fact]
    public void Every_error_code_has_words_and_an_unknown_one_says_so() {
        Assert.Equal(39, CareErrorCodes.All.Count);
        Assert.All(CareErrorCodes.All, c => Assert.EndsWith("。", CareErrorCodes.Of(c).Fix, StringComparison.Ordinal));
        Assert.False(CareErrorCodes.Of("ZZZZ").Known);
        Assert.Contains("送り直さない", CareErrorCodes.Of("保留").Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefecture_has_the_times_that_are_known_and_no_others() {
        var month = ServiceMonth.Of(2025, 5);
        Assert.Equal((new TimeSpan(23, 30, 0), new TimeSpan(20, 0, 0)), (CareWindow.Of("4060190001", month).Closes, CareWindow.Of("4060190001", month).CancelUntil));
        Assert.Null(CareWindow.Of("1360190001", month).Closes);
        Assert.Null(CareWindow.Of("4060190001", ServiceMonth.Of(2020, 5)).Closes);
    }

    [Theory]
    [InlineData("2025-05-01", "202505"), InlineData("2025-05-10", "202505"), InlineData("2025-05-11", "202506"), InlineData("2025-04-20", "202505"), InlineData("2026-01-05", "202601")]
    public void A_file_is_made_for_the_next_month_that_can_still_be_sent(string today, string month) =>
        Assert.Equal(month, CareWindow.ProcessingMonth("1360190001", ServiceMonth.Of(2025, 5), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    private static byte[] Returns(params string[] lines) => CareFiles.Bytes(["0,{count},741,0,0,1360190001,0,7,202505,0", "7411,H1,1360190001,,202505,20250605,1,", .. lines]);
}
