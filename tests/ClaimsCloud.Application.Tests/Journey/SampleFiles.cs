using System.Text;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>Claim files and status lists, the lists written line by line from what the reference says they look like.</summary>
internal static class SampleFiles {
    /// <summary>A file without errors, with so many claims.</summary>
    public static byte[] Claims(int count = 1, string stationCode = "1234567", string month = "202407", string payer = "1", Func<int, string>? name = null, Func<int, string>? chart = null) =>
        PlainClaims.File(count, stationCode, month, payer, name, chart);

    /// <summary>Claims with records that do not exist.</summary>
    public static byte[] WithErrors(int count = 1, int each = 1) {
        var text = new StringBuilder(PlainClaims.Header).Append('\n');
        for (var i = 1; i <= count; i++) text.AppendJoin('\n', PlainClaims.Claim(i)).Append('\n').Insert(text.Length, "XX,1\n", each);
        return UkeText.Bytes(text.Append("GO\n␚").ToString());
    }

    public static string AcceptanceName(string made = "20240708103000", string stationCode = "1234567", string payer = "1") => $"RIhasp{payer}136{stationCode}{made}.csv";

    public static string ConfirmationName(string made = "20240709090000", string stationCode = "1234567", string payer = "1") => $"RIfixf{payer}136{stationCode}{made}.csv";

    /// <param name="details">Number, code, message.</param>
    public static byte[] AcceptanceList(string month = "令和　６年　６月", string stationCode = "１２３４５６７", params (string Number, string Code, string Message)[] details) {
        var text = new StringBuilder("受付・事務点検ＡＳＰ結果リスト\n").Append($"{month},令和　６年　７月　８日,,,,{stationCode},,,１\n").Append(string.Join(',', Enumerable.Range(1, 22).Select(i => $"項目{i}"))).Append('\n');
        foreach (var (number, code, message) in details) {
            var row = Enumerable.Repeat("", 22).ToArray();
            (row[1], row[5], row[7], row[9], row[10], row[13]) = (number, "令和　６年　６月", "看護　花子", code, message, "該当項目");
            text.Append(string.Join(',', row)).Append('\n');
        }
        return UkeText.Bytes(text.ToString());
    }

    /// <param name="decisions">Number and 確定区分.</param>
    public static byte[] ConfirmationList(string month = "50607", string payer = "1", string stationCode = "1234567", params (int Number, string Decision)[] decisions) {
        var text = new StringBuilder($"1,{month},5060709,{payer},13,6,{stationCode},,1,1\n");
        foreach (var (number, decision) in decisions) {
            var row = Enumerable.Repeat("", 31).ToArray();
            (row[0], row[1], row[2], row[4], row[11], row[28]) = ("2", $"{number}", "6112", "看護　花子", "27750", decision);
            text.Append(string.Join(',', row)).Append('\n');
        }
        return UkeText.Bytes(text.ToString());
    }
}
