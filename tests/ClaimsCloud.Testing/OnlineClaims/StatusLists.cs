using System.Globalization;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>
/// The lists that come back, in the layouts of 受付・事務点検ASP結果リスト and 請求確定状況 (documented for 医科 by third-party importers, assumed for 訪問看護).
/// CSV without quotes, CR LF, Shift_JIS; numbers and dates of the acceptance list are full-width.
/// </summary>
internal static class StatusLists {
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static string AcceptanceName(ReceivedFile file, string station, DateTimeOffset at) => Name("hasp", file, station, at);

    public static string ConfirmationName(ReceivedFile file, DateTimeOffset at) => Name("fixf", file, file.StationCode, at);

    public static byte[] Acceptance(ReceivedFile file, string station, DateTimeOffset at, bool refuseFirst, bool queryLast) {
        // The list belongs to a month of claiming: re-claims in it are of earlier months.
        var billed = file.IsClaimFile ? DateTime.ParseExact(file.BillingMonth, "yyyyMM", CultureInfo.InvariantCulture).AddMonths(-1) : at.ToOffset(Japan).DateTime;
        var month = billed.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var list = new List<byte>();
        Add(list, "受付・事務点検ＡＳＰ結果リスト");
        Add(list, EraMonth(month), EraDate(at), "", "", "", FullWidth(station), "", "", FullWidth(file.Number.ToString(CultureInfo.InvariantCulture)));
        Add(list, "項番", "レセプト番号", "患者番号", "", "", "診療年月", "区分", "氏名", "生年月日", "エラーコード", "エラーメッセージ１", "エラーメッセージ２", "診療識別", "エラー事項",
            "", "", "請求情報", "返戻再請求", "予備", "予備", "", "");
        if (!file.IsClaimFile) {
            Detail(list, null, "1001", "ファイルの形式が違います");
            return [.. list];
        }
        if (refuseFirst) Detail(list, file.Claims[0], "2001", "記録内容に誤りがあります");
        if (queryLast) Detail(list, file.Claims[^1], "3129", "未就学者に該当しません");
        return [.. list];
    }

    public static byte[] Confirmation(ReceivedFile file, DateTimeOffset at, bool firstRefused) {
        var list = new List<byte>();
        var day = at.ToOffset(Japan);
        Add(list, "1", Gyymm(file.BillingMonth), $"{Gyymm(day.ToString("yyyyMM", CultureInfo.InvariantCulture))}{day:dd}", file.Payer, file.Prefecture, "6", file.StationCode, "",
            file.Number.ToString(CultureInfo.InvariantCulture), "1");
        for (var i = 0; i < file.Claims.Count; i++) {
            var claim = file.Claims[i];
            var row = new string[31];
            Array.Fill(row, "");
            (row[0], row[1], row[2], row[3], row[4]) = ("2", claim.Number, claim.ClaimType, Gyymm(claim.ServiceMonth), ClaimText.Decode(claim.Name));
            (row[6], row[7], row[8], row[11], row[28]) = (claim.BirthDate, claim.ChartNumber, claim.Insurer.Trim(), claim.Total, i == 0 && firstRefused ? "2" : "1");
            Add(list, row);
        }
        return [.. list];
    }

    private static string Name(string kind, ReceivedFile file, string station, DateTimeOffset at) =>
        $"RI{kind}{file.Payer}{file.Prefecture}6{station}{at.ToOffset(Japan):yyyyMMddHHmmss}.csv";

    private static void Detail(List<byte> list, ReceivedClaim? claim, string code, string message) {
        var row = new string[22];
        Array.Fill(row, "");
        (row[9], row[10]) = (FullWidth(code), message);
        if (claim is not null) {
            (row[1], row[2], row[5]) = (FullWidth(claim.Number), FullWidth(claim.ChartNumber), EraMonth(claim.ServiceMonth));
            (row[7], row[8]) = (ClaimText.Decode(claim.Name), FullWidth(claim.BirthDate));
        }
        Add(list, row);
    }

    private static void Add(List<byte> list, params string[] row) {
        list.AddRange(ClaimText.Encode(string.Join(',', row)));
        list.AddRange("\r\n"u8);
    }

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)('０' + c - '0') : c is >= 'A' and <= 'Z' ? (char)('Ａ' + c - 'A') : c == '-' ? '−' : c));

    /// <summary>令和　６年１０月: two places for each number, as a printed list sets them.</summary>
    private static string EraMonth(string yyyymm) => $"令和{Two(int.Parse(yyyymm[..4]) - 2018)}年{Two(int.Parse(yyyymm[4..6]))}月";

    private static string EraDate(DateTimeOffset at) =>
        at.ToOffset(Japan) is var day ? $"令和{Two(day.Year - 2018)}年{Two(day.Month)}月{Two(day.Day)}日" : "";

    private static string Two(int number) => FullWidth(number.ToString(CultureInfo.InvariantCulture)).PadLeft(2, '　');

    /// <summary>Era digit 5 is 令和.</summary>
    private static string Gyymm(string yyyymm) => $"5{int.Parse(yyyymm[..4]) - 2018:00}{yyyymm[4..6]}";
}
