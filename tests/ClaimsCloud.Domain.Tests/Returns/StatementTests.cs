using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Returns;

public sealed class StatementTests {
    private const string AdjustmentTitles = "2,診療年月,レセプト番号,受付番号,診療科,特別審査,明細種別,保険者番号,老人市町村番号,公費負担者番号,公費負担者番号,公費負担者番号,公費負担者番号,区分,高額療養費負担区分,職務上の事由,老人減免区分,氏名,"
        + "カルテ番号等,箇所１,箇所２,法別番号,増減点数（金額）,事　由,負担,請求内容,負担,補正・査定後内容,検索番号,請求情報";

    [Fact]
    public void An_adjustment_notice_gives_yen_and_letters_and_a_repeated_claim_is_filled_down() {
        var list = Adjustment($"1,50612,,,9990018\n{AdjustmentTitles}\n{Row("3", "50610", "７", "相沢　みどり", "IB-0012", "-¥7000", "Ｄ")}\n{Row("4", "", "", "", "", "−２５００", "ＡＢ")}\n5,,,,\n6,,,,\n");
        Assert.False(list.Damaged);
        Assert.Equal(2, list.TitleLine);
        Assert.Equal([-7000L, -2500L], list.Entries.Select(e => e.AdjustmentYen!.Value));
        Assert.Equal([["D"], ["A", "B"]], list.Entries.Select(e => e.Reasons));
        Assert.All(list.Entries, e => Assert.Equal((ServiceMonth.Of(2024, 10), 7, "IB-0012"), (e.Key.Month!.Value, e.Key.ReceiptNumber!.Value, e.Key.ChartNumber)));
        Assert.Equal(["RT0502"], list.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_payment_statement_adds_up_all_payers_of_a_claim() {
        var list = Statement.Read(StatementKind.Payment, UkeText.Bytes("訪問看護 振込額明細\n年月,受付番号,氏名,請求金額,決定金額,一部負担金,金額,請求金額,決定金額,患者負担,金額\n50610,000012,相沢　みどり,174200円,170000円,0,119000円,,,,51000円\n"));
        var entry = Assert.Single(list.Entries);
        Assert.Equal((174200L, 170000L, 170000L, "000012"), (entry.ClaimedYen!.Value, entry.DecidedYen!.Value, entry.PaidYen!.Value, entry.Key.ReceptionNumber));
    }

    [Fact]
    public void A_return_statement_gives_its_code() {
        var list = Statement.Read(StatementKind.Returned, UkeText.Bytes("年月,受付番号,保険者番号,氏名,請求金額,一部負担金額,事由コード\n５０６１０,12,06139992,相沢　みどり,174200,0,L3129\n"));
        Assert.Equal(["L3129"], Assert.Single(list.Entries).Reasons);
    }

    [Fact]
    public void Unknown_headings_are_kept_shown_and_asked_about_and_never_guessed() {
        var list = Adjustment("見出し,なにか\n50610,-7000\n");
        Assert.Equal((false, false, 0), (list.Understood, list.Damaged, list.Entries.Count));
        Assert.Equal(["50610", "-7000"], list.Raw[1]);
        Assert.Equal(("RT0501", Verdict.NotChecked), (list.Findings[0].Code, list.Findings[0].Verdict));
    }

    [Fact]
    public void Cut_inside_a_line_it_is_damaged_and_damage_never_throws() {
        var bytes = UkeText.Bytes($"{AdjustmentTitles}\n{Row("3", "50610", "7", "相沢　みどり", "IB-0012", "-¥7000", "D")}\n");
        for (var length = 0; length < bytes.Length; length++)
            if (length == 0 || bytes[length - 1] != '\n') Assert.True(Statement.Read(StatementKind.Adjustment, bytes.AsSpan(0, length)).Damaged, $"cut after {length}");
        var random = new Random(5);
        for (var i = 0; i < 5000; i++) {
            var copy = (byte[])bytes.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--) copy[random.Next(copy.Length)] = (byte)random.Next(256);
            foreach (var kind in Enum.GetValues<StatementKind>()) Assert.DoesNotContain(Statement.Read(kind, copy).Findings, f => f.Message.Contains("相沢", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Characters_that_a_claim_may_not_hold_are_only_shown() {
        var list = Adjustment($"{AdjustmentTitles}\n{Row("3", "50610", "7", "髙橋　みどり", "IB-0012", "-¥7000", "D")}\n");
        Assert.Equal((false, -7000L), (list.Damaged, list.Entries[0].AdjustmentYen!.Value));
    }

    [Fact]
    public void What_nobody_knows_is_shown_as_it_stands_and_what_is_no_text_is_not() {
        Assert.Equal(["お知らせ,髙", "1,2"], RawText.Lines(UkeText.Bytes("[UTF-8]お知らせ,髙\n1,2\n3,4\n"), 2));
        Assert.Equal(["お知らせ,１", "2"], RawText.Lines(UkeText.Bytes("お知らせ,１\n2\n␚"), 9).Take(2));
        foreach (var bytes in (byte[][])[[], [1, 2, 3], [.. "%PDF-1.7\n"u8]]) Assert.Empty(RawText.Lines(bytes, 9));
    }

    [Theory]
    [InlineData("L3129", true, "未就学者に該当しません", ReturnOwner.Office)]
    [InlineData("2171", true, "公費の受給者番号がありません", ReturnOwner.Patient)]
    [InlineData("L3999", false, "返戻になる可能性が高い記録もれ・誤りです", ReturnOwner.Patient)]
    [InlineData("L5106", false, "番号の意味は手元の表にありません", ReturnOwner.Payer)]
    [InlineData("L4801", false, "番号の意味は手元の表にありません", ReturnOwner.Payer)]
    [InlineData(null, false, "番号の意味は手元の表にありません", ReturnOwner.Payer)]
    public void Codes_have_words_and_an_unknown_code_says_so(string? code, bool known, string title, ReturnOwner owner) {
        var words = ReturnReasons.Of(code);
        Assert.Equal((known, title, owner), (words.Known, words.Title, words.Owner));
        Assert.NotEmpty(words.Fix);
    }

    private static Statement Adjustment(string text) => Statement.Read(StatementKind.Adjustment, UkeText.Bytes(text));

    private static string Row(string type, string month, string number, string name, string chart, string amount, string reasons) {
        var row = new string[30];
        Array.Fill(row, "");
        (row[0], row[1], row[2], row[17], row[18], row[22], row[23]) = (type, month, number, name, chart, amount, reasons);
        return string.Join(',', row);
    }
}
