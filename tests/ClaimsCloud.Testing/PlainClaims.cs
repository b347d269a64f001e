using System.Text;

namespace ClaimsCloud.Testing;

/// <summary>Claim files without errors, written line by line from what the reference says they look like: visits of fictional persons in June 2024.</summary>
public static class PlainClaims {
    public const string Header = "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,";
    public const int VisitYen = 5550;
    public static readonly IReadOnlyList<int> Days = [3, 10, 17, 24, 28];

    /// <param name="insurance">HO item 1 to 4.</param>
    public static IReadOnlyList<string> Claim(int number = 1, string name = "看護　花子", string? chart = null, string insurance = "06132013,,1", string relief = "", IReadOnlyList<int>? days = null) => [
        $"RE,{number},6112,202406,{name},カンゴハナコ,2,19600105,,,{relief},,,{chart},",
        $"HO,{insurance},{(days ?? Days).Count},{(days ?? Days).Count * VisitYen},,,,,,",
        "SN,1,01,,,,01,,",
        "JD,1," + string.Join(',', Enumerable.Range(1, 31).Select(day => (days ?? Days).Contains(day) ? "1" : "")),
        "MF,00" + new string(',', 31),
        "IH,13,1,1234567,ひかり病院,看護　太郎,20240620",
        "HJ,01,20240601,20241130",
        "JS,状態は安定している。訪問時に服薬と清潔を援助した。,03,,,",
        "SY,8830417,,,",
        "RJ,20240401,01" + new string(',', 26),
        .. (days ?? Days).Select(day => $"KA,202406{day:00},1,510000110,,{VisitYen},03,01,01"),
    ];

    /// <param name="month">請求年月.</param>
    /// <param name="days">Days of June on which the claim with that number has visits.</param>
    public static byte[] File(int count = 1, string stationCode = "1234567", string month = "202407", string payer = "1", Func<int, string>? name = null, Func<int, string>? chart = null,
        Func<int, IReadOnlyList<int>>? days = null) {
        var text = new StringBuilder(Header.Replace("HM,1,", $"HM,{payer},", StringComparison.Ordinal).Replace("1234567", stationCode, StringComparison.Ordinal).Replace("202407", month, StringComparison.Ordinal)).Append('\n');
        for (var i = 1; i <= count; i++)
            foreach (var line in Claim(i, name?.Invoke(i) ?? "看護　花子", chart?.Invoke(i), Insurance(payer, i), payer == "2" ? "70" : "", days?.Invoke(i))) text.Append(line).Append('\n');
        return UkeText.Bytes(text.Append("GO\n␚").ToString());
    }

    /// <summary>Each payer takes the claims of its own insurers.</summary>
    private static string Insurance(string payer, int person) => payer == "2" ? $"  279893,さ１２,{(char)('０' + (person % 10))}" : $"06132013,,{person}";
}
