using System.IO.Compression;
using System.Text;
using ClaimsCloud.Domain.Onboarding;
using ClaimsCloud.Domain.Onboarding.Sheets;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Onboarding;

public sealed class SheetTests {
    private static readonly SheetLayout Layout = new("shinko", 2, [new("ステーション名", "stationName", false), new("工事日", "workOn", true), new("連絡事項", "remarks", true)]);
    private static readonly List<ExportedRow> Exported = [new("A1", ["いぶき", "", ""]), new("A2", ["さくら野", "2024-08-01", "=1+1"])];

    [Fact]
    public void Any_texts_come_back_from_both_kinds_of_file() {
        var text = Gen.Elements("", " x", "東京都", "=SUM(A1)", "+81", "-", "@a", "a,b", "\"q\"", "two\nlines", "０１", "'=x", "𠮷田").Or(Gen.Choose(0, 9999).Select(n => $"{n}"));
        Prop.ForAll(text.ArrayOf(4).NonEmptyListOf().ToArbitrary(), lines => {
            foreach (var bytes in new[] { SheetFile.WriteCsv(lines), SheetFile.WriteXlsx(lines) }) {
                var (read, problem) = SheetFile.Read(new MemoryStream(bytes));
                Assert.Null(problem);
                Assert.Equal(lines.Select(l => string.Join('|', l)), read!.Select(l => string.Join('|', l).Replace("\r\n", "\n", StringComparison.Ordinal)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_csv_opens_in_a_spreadsheet_with_japanese_intact_and_without_a_formula() {
        var text = Encoding.UTF8.GetString(SheetFile.WriteCsv([["=cmd|' /C calc'!A0", "いぶき"]]));
        Assert.StartsWith("\uFEFF'=cmd", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_edited_cells_are_three_changes_and_nothing_else() {
        var reading = Compare(Sheet(l => { l[2][2] = "2024/9/3"; l[2][3] = "立会いをお願いします"; l[3][2] = "45537"; }));
        Assert.Empty(reading.Refusals);
        Assert.Equal(["A1 workOn  2024-09-03", "A1 remarks  立会いをお願いします", "A2 workOn 2024-08-01 2024-09-02"], reading.Changes.Select(c => $"{c.Key} {c.Field} {c.Was} {c.Came}"));
        Assert.Empty(Compare(Sheet(_ => { })).Changes);
    }

    [Fact]
    public void What_was_changed_here_meanwhile_is_shown_beside_and_not_overwritten() {
        var reading = SheetDiff.Of(Sheet(l => l[3][2] = "2024-09-02"), Layout, "exp", Exported, (_, field) => field == "workOn" ? "2024-08-20" : "=1+1");
        Assert.Equal("2024-08-20", Assert.Single(reading.Changes).Now);
    }

    [Theory]
    [InlineData(0, 2, "版1", "版が違います")]
    [InlineData(0, 1, "konica", "別の導入支援事業者")]
    [InlineData(0, 3, "other", "出力の記録がありません")]
    [InlineData(0, 0, "何か", "目印がありません")]
    [InlineData(1, 2, "着工日", "見出しが変わっています")]
    [InlineData(1, 2, "接続パスワード", "パスワードは預かりません")]
    [InlineData(2, 0, "A9", "管理番号が書き換えられています")]
    [InlineData(2, 0, "", "管理番号が書き換えられています")]
    [InlineData(2, 0, "A2", "の行が2つあります")]
    public void A_sheet_that_is_not_ours_or_has_edited_keys_is_refused_whole(int line, int cell, string text, string why) {
        var reading = Compare(Sheet(l => { l[line][cell] = text; l[3][3] = "変更"; }));
        Assert.Contains(why, Assert.Single(reading.Refusals), StringComparison.Ordinal);
        Assert.Empty(reading.Changes);
    }

    [Fact]
    public void What_the_partner_may_not_write_is_told_and_left_out() {
        var reading = Compare(Sheet(l => { l[2][1] = "別の名前"; l[2][2] = "来週"; l[2][3] = "PW: abc123"; l.RemoveAt(3); }));
        Assert.Empty(reading.Changes);
        Assert.Equal(4, reading.Notes.Count);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_not_read() {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            for (var i = 0; i < 40; i++) part.Write(new byte[1 << 20]);
        }
        Assert.Equal("Excelのファイルを読めません。", SheetFile.Read(new MemoryStream(file.ToArray())).Problem);
    }

    [Fact]
    public void A_cut_or_changed_file_is_a_problem_and_never_an_exception() {
        var whole = SheetFile.WriteXlsx(Sheet(_ => { }));
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (at, value) => {
            byte[] changed = [.. whole];
            changed[at] = (byte)value;
            _ = SheetFile.Read(new MemoryStream(changed));
            return SheetFile.Read(new MemoryStream(whole[..at])).Lines is null || at < 2;
        }).QuickCheckThrowOnFailure();
    }

    private static SheetReading Compare(List<List<string>> lines) => SheetDiff.Of(lines, Layout, "exp", Exported, (key, field) => Exported.Single(r => r.Key == key).Cells[Layout.Columns.ToList().FindIndex(c => c.Field == field)]);

    private static List<List<string>> Sheet(Action<List<List<string>>> edit) {
        List<List<string>> lines = [[.. Layout.Head("exp")], [.. Layout.Titles], .. Exported.Select(r => (List<string>)[r.Key, .. r.Cells])];
        edit(lines);
        return lines;
    }
}
