using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>What can be wrong with an official master. A single error means that nothing of it is used.</summary>
internal static class MasterFindings {
    private const string Source = "マスターファイル仕様説明書（訪問看護療養費マスター）";
    private const string FetchAgain = "支払基金のホームページから、5つのテーブルを同じ版でもう一度ダウンロードしてください。";
    private const string Original = "表計算ソフトで保存し直していない、ダウンロードしたままのファイルを使ってください。";

    public static Finding TableMissing(MasterTableKind kind) => Error("MS0001", null, null, $"{kind.Japanese()}のファイルがありません。", FetchAgain);
    public static Finding TableTwice(MasterTableKind kind, string first, string second) =>
        Error("MS0002", null, null, $"{kind.Japanese()}のファイルが2つあります（{first} と {second}）。", "古い方を別のフォルダーへ移してください。");
    public static Finding ColumnCount(string file, int line, int columns, int expected) =>
        Error("MS0003", line, null, $"{file} の{line}行目の項目が{columns}個です（{expected}個のはずです）。", Original);
    public static Finding QuoteOpen(string file, int line) => Error("MS0004", line, null, $"{file} の{line}行目の引用符が閉じていません。", Original);
    public static Finding NotShiftJis(string file, int line, string field) =>
        Error("MS0005", line, field, $"{file} の{line}行目の「{field}」に、Shift_JISとして読めない文字があります。", Original);
    public static Finding Value(string file, int line, string field, string value) =>
        Error("MS0006", line, field, $"{file} の{line}行目の「{field}」の値「{value}」を読み取れません。", FetchAgain);
    public static Finding CodeTwice(string file, int line, string code) => Error("MS0007", line, null, $"{file} の{line}行目のコード {code} は2回目です。", FetchAgain);
    public static Finding CodeUnknown(string file, int line, string code) =>
        Error("MS0008", line, null, $"{file} の{line}行目のコード {code} が基本テーブルにありません。", FetchAgain);
    public static Finding GroupUnknown(string file, int line, string field, string group, MasterTableKind table) =>
        Error("MS0009", line, field, $"{file} の{line}行目の「{field}」{group} が{table.Japanese()}にありません。", FetchAgain);
    public static Finding GenerationUnknown(DateOnly latest) =>
        Error("MS0010", null, "変更年月日", $"変更年月日（{latest:yyyy-MM-dd}）から、どの月の料金表かを決められません。", "--from で、使い始める訪問看護年月（YYYY-MM）を指定してください。");

    public static Finding NotATable(string file) =>
        new("MS0101", Severity.Hint, Verdict.NotChecked, Place.WholeFile, $"{file} はマスターのテーブルではないため、読み飛ばしました。", "対応は不要です。", Source);
    public static Finding NoFacts(string code, string name) =>
        new("MS0102", Severity.Query, Verdict.NotChecked, Place.WholeFile, $"{code} {name} は、この版の製品が知らないコードです。点検には使いますが、訪問から計算しません。",
            "製品を新しい版にしてください。", Source);
    public static Finding Stepwise(string file, int line, string code) =>
        new("MS0103", Severity.Query, Verdict.NotChecked, new(null, null, line, null, "きざみ値計算識別"), $"{file} の{line}行目のコード {code} は数量で金額が変わります。金額は計算も点検もしません。",
            "金額を手で確かめてください。", Source);
    public static Finding BeginsLater(string file, int line, string code) =>
        new("MS0104", Severity.Query, Verdict.NotChecked, new(null, null, line, null, "変更年月日"), $"{file} の{line}行目（コード {code}）は、使い始める月より後に始まります。始めの月から有効として取り込みました。",
            "その月からの料金表として、--from を付けてもう一度取り込んでください。", Source);

    private static Finding Error(string code, int? line, string? field, string message, string fix) =>
        new(code, Severity.FileRefused, Verdict.Fail, new(null, null, line, null, field), message, fix, Source);
}
