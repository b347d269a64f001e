using System.Text;
using System.Text.Json;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Cli.Tests;

/// <summary>Every bad input is named with line, byte offset, field and fix; the bytes come back; nothing is thrown.</summary>
public sealed class BadInputTests {
    private const string Head = "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n";
    private const string Claim = """
        RE,1,6112,202406,看護　花子,カンゴハナコ,2,19600105,,,,,,,
        HO,06132013,,12345678,1,5550,,,,,,
        IH,13,1,1234567,ひかり病院,看護　太郎,20240620
        HJ,01,20240601,20241130
        JS,安定している。,03,,,
        SY,8830417,,,
        RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,
        KA,20240603,1,510000110,,5550,03,01,01

        """;
    private const string Good = Head + Claim + "GO\n␚";

    private static readonly Dictionary<string, (byte[] File, string Code, int Exit, int? Line, int? Offset, string? Field)> Cases = new() {
        ["empty file"] = ([], "F01i", 2, null, 0, null),
        ["UTF-8"] = (Encoding.UTF8.GetBytes(Text(Good)), "F01a", 1, 1, 18, null),
        ["UTF-8 with BOM"] = ([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text(Good))], "F01a", 1, 1, 0, null),
        ["EUC"] = (Euc(Good), "F01a", 1, 1, 18, null),
        ["lone LF"] = (UkeText.Bytes(Good.Replace("SY,8830417,,,\n", "SY,8830417,,,␊", StringComparison.Ordinal)), "F01b", 1, 7, null, null),
        ["missing 1A"] = (UkeText.Bytes(Good.Replace("␚", "", StringComparison.Ordinal)), "F01d", 1, null, null, null),
        ["text after 1A"] = (UkeText.Bytes(Good + "HM"), "F01d", 1, 11, null, null),
        ["NUL bytes"] = (UkeText.Bytes(Good.Replace("安定", "安␀定", StringComparison.Ordinal)), "F01g", 1, 6, null, null),
        ["a quote"] = (UkeText.Bytes(Good.Replace("ひかり病院", "\"ひかり病院\"", StringComparison.Ordinal)), "F01c", 1, 4, null, null),
        ["an extra comma"] = (UkeText.Bytes(Good.Replace("SY,8830417,,,", "SY,8830417,,,,", StringComparison.Ordinal)), "F03a", 1, 7, null, null),
        ["20 MB line"] = ([.. UkeText.Bytes(Head + Claim + "CO,"), .. Enumerable.Repeat((byte)'x', 20 << 20)], "F01h", 1, 10, null, null),
        ["unknown record"] = (UkeText.Bytes(Good.Replace("SY,8830417", "ZZ,8830417", StringComparison.Ordinal)), "F01f", 1, 7, null, null),
        ["GO missing"] = (UkeText.Bytes(Head + Claim + "␚"), "F01e", 1, null, null, null),
        ["two HM"] = (UkeText.Bytes(Head + Good), "F01e", 1, 2, null, null),
        ["RE out of order"] = (UkeText.Bytes(Head + "HJ,01,20240601,20241130\n" + Claim + "GO\n␚"), "F01e", 1, 2, null, null),
        ["record out of order"] = (UkeText.Bytes(Head + Claim + "CO,830000001,コメント,\nGO\n␚"), "F01j", 1, 10, null, null),
        ["cp932-only 髙"] = (UkeText.Bytes(Good.Replace("看護　花子", "髙橋　花子", StringComparison.Ordinal)), "F08a", 1, 2, 71, "氏名"),
        ["cp932-only 﨑"] = (UkeText.Bytes(Good.Replace("看護　花子", "川﨑　花子", StringComparison.Ordinal)), "F08a", 1, 2, 73, "氏名"),
        ["cp932-only ①"] = (UkeText.Bytes(Good.Replace("安定", "①安定", StringComparison.Ordinal)), "F08a", 1, 6, null, "心身の状態"),
        ["1990-only 凜"] = (UkeText.Bytes(Good.Replace("花子", "凜子", StringComparison.Ordinal)), "F08a", 1, 2, 77, "氏名"),
        ["half-width kana in a kanji field"] = (UkeText.Bytes(Good.Replace("カンゴハナコ", "ｶﾝｺﾞﾊﾅｺ", StringComparison.Ordinal)), "F03e", 1, 2, null, "カタカナ（氏名）"),
        ["7-byte insurer number"] = (UkeText.Bytes(Good.Replace("06132013", "0613201", StringComparison.Ordinal)), "F03d", 1, 3, null, "保険者番号"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void A_good_file_is_clean_and_says_what_was_not_checked() {
        var (exit, findings) = Claims.Check(UkeText.Bytes(Good));
        Assert.Equal(0, exit);
        Assert.Single(findings, f => f.GetProperty("verdict").GetString() == "not-checked");
        Assert.All(findings, f => Assert.Equal("hint", f.GetProperty("severity").GetString()));
    }

    [Theory, MemberData(nameof(Names))]
    public void Bad_input_is_named_with_its_place_and_fix(string name) {
        var (file, code, expected, line, offset, field) = Cases[name];
        var (exit, findings) = Claims.Check(file);
        Assert.Equal(expected, exit);
        var finding = findings.FirstOrDefault(f => f.GetProperty("code").GetString() == code);
        Assert.True(finding.ValueKind == JsonValueKind.Object, $"no {code} among {string.Join(' ', findings.Select(f => f.GetProperty("code")))}");
        Assert.Equal(["code", "severity", "verdict", "claim", "record", "line", "offset", "field", "message", "fix", "source"], finding.EnumerateObject().Select(p => p.Name));
        Assert.NotEqual(JsonValueKind.Null, finding.GetProperty("offset").ValueKind);
        Assert.NotEmpty(finding.GetProperty("fix").GetString()!);
        if (line is not null) Assert.Equal(line, finding.GetProperty("line").GetInt32());
        if (offset is not null) Assert.Equal(offset, finding.GetProperty("offset").GetInt32());
        if (field is not null) Assert.Equal(field, finding.GetProperty("field").GetString());
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_of_bad_input_is_lost_between_read_and_write(string name) {
        var file = Cases[name].File;
        var (readExit, json, _) = Claims.Run(file, "uke", "read", "-", "--json");
        Assert.Equal(0, readExit);
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "COPY.UKE");
        var (writeExit, _, error) = Claims.Run(json, "uke", "write", "-", "--out", copy);
        Assert.Equal((0, ""), (writeExit, error));
        Assert.True(file.AsSpan().SequenceEqual(File.ReadAllBytes(copy)));
    }

    private static string Text(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace('␚', '\u001A');

    /// <summary>EUC-JP is the Shift_JIS pair's row and cell plus A0.</summary>
    private static byte[] Euc(string text) {
        var bytes = UkeText.Bytes(text);
        var euc = new List<byte>();
        for (var i = 0; i < bytes.Length; i++) {
            if (bytes[i] < 0x80) {
                euc.Add(bytes[i]);
                continue;
            }
            var (lead, trail) = (bytes[i], bytes[++i]);
            var row = ((lead - (lead >= 0xE0 ? 0xC1 : 0x81)) * 2) + (trail >= 0x9F ? 2 : 1);
            var cell = trail >= 0x9F ? trail - 0x9E : trail - 0x3F - (trail > 0x7F ? 1 : 0);
            euc.Add((byte)(row + 0xA0));
            euc.Add((byte)(cell + 0xA0));
        }
        return [.. euc];
    }
}
