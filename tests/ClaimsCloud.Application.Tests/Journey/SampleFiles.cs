using System.Text;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>Claim files and status lists, written line by line from what the reference says they look like.</summary>
internal static class SampleFiles {
    private const string Header = "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,";

    private static readonly string[] Claim = [
        "RE,1,6112,202406,看護　花子,カンゴハナコ,2,19600105,,,,,,,",
        "HO,06132013,,12345678,5,27750,,,,,,",
        "SN,1,01,,,,01,,",
        "JD,1," + string.Join(',', Enumerable.Range(1, 31).Select(day => day is 3 or 10 or 17 or 24 or 28 ? "1" : "")),
        "MF,00" + new string(',', 31),
        "IH,13,1,1234567,ひかり病院,看護　太郎,20240620",
        "HJ,01,20240601,20241130",
        "JS,状態は安定している。訪問時に服薬と清潔を援助した。,03,,,",
        "SY,8830417,,,",
        "RJ,20240401,01" + new string(',', 26),
        .. new[] { "03", "10", "17", "24", "28" }.Select(day => $"KA,202406{day},1,510000110,,5550,03,01,01"),
    ];

    /// <summary>A file without errors, with so many claims.</summary>
    public static byte[] Claims(int count = 1, string stationCode = "1234567", string month = "202407", string payer = "1", Func<int, string>? name = null, Func<int, string>? chart = null) {
        var text = new StringBuilder().Append(Header.Replace("HM,1,", $"HM,{payer},").Replace("1234567", stationCode).Replace("202407", month)).Append('\n');
        for (var i = 1; i <= count; i++)
            foreach (var line in Claim)
                text.Append(line.Replace("RE,1,", $"RE,{i},").Replace("06132013,,12345678,", Insured(payer, i)).Replace("看護　花子", name?.Invoke(i) ?? "看護　花子")
                    .Replace("19600105,,,,,,,", $"19600105,,,{(payer == "2" ? "70" : "")},,,{chart?.Invoke(i)},")).Append('\n');
        return UkeText.Bytes(text.Append("GO\n␚").ToString());
    }

    /// <summary>Each payer takes the claims of its own insurers.</summary>
    private static string Insured(string payer, int person) => payer == "2" ? $"  279893,さ１２,{(char)('０' + (person % 10))}," : $"06132013,,{person},";

    /// <summary>Claims with records that do not exist.</summary>
    public static byte[] WithErrors(int count = 1, int each = 1) {
        var text = new StringBuilder(Header).Append('\n');
        for (var i = 1; i <= count; i++) text.Append($"RE,{i},{Claim[0][5..]}\n").AppendJoin('\n', Claim[1..]).Append('\n').Insert(text.Length, "XX,1\n", each);
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
