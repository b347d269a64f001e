using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>The valid file that the catalogue's examples are put into.</summary>
internal static class ExampleFile {
    private static readonly string[] Claim = [
        "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
        "HO,06132013,,12345678,1,5550,,,,,,",
        "IH,13,1,1234567,ひかり病院,看護　太郎,20240620",
        "HJ,01,20240601,20241130",
        "JS,安定している。,03,,,",
        "SY,8830417,,,",
        "RJ,20240401,01" + new string(',', 26),
        "KA,20240603,1,510000110,,5550,03,01,01",
    ];

    private static readonly string[] Lines = ["HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,", .. Claim, "GO"];

    public static byte[] Valid => UkeText.Bytes(string.Join('\n', Lines) + "\n␚");

    /// <summary>The file with an example of the catalogue in it, by the rules that <c>Rule.GoodExample</c> states.</summary>
    public static byte[] With(string example) {
        var lines = string.Join('\n', example.Split('\n').Where(l => !l.StartsWith('#')));
        return lines == example ? File(example) : File(WithChartNumber(lines));
    }

    /// <summary>Context is found by the chart number, RE item 14.</summary>
    private static string WithChartNumber(string example) {
        if (!example.Contains("RE,", StringComparison.Ordinal)) example = Claim[0] + "\n" + example;
        return string.Join('\n', example.Split('\n').Select(l => {
            var fields = l.Split(',');
            if (fields[0] == "RE") fields[13] = ExampleContext.ChartNumber;
            return string.Join(',', fields);
        }));
    }

    private static byte[] File(string example) => example switch {
        "（改行のない4MB超の行）" => [.. UkeText.Bytes("CO,"), .. Enumerable.Repeat((byte)'A', 5 << 20)],
        "（0バイトのファイル）" => [],
        "（レセプトのないファイル）" => UkeText.Bytes($"{Lines[0]}\nGO\n␚"),
        _ when example.StartsWith("[UTF-8]", StringComparison.Ordinal) => UkeText.Bytes("[UTF-8]" + Put(example["[UTF-8]".Length..])),
        _ when example.StartsWith("HM", StringComparison.Ordinal) && example.Contains('\n', StringComparison.Ordinal) =>
            UkeText.Bytes(example.Replace("…", string.Join('\n', Claim), StringComparison.Ordinal)),
        _ => UkeText.Bytes(Put(example)),
    };

    private static string Put(string example) {
        var lines = example.Split('\n');
        var ids = lines.Select(IdOf).ToHashSet();
        var rest = Lines.Where(l => !ids.Contains(IdOf(l))).ToList();
        var order = OrderOf(lines.First(l => l != ""));
        var at = rest.FindIndex(l => OrderOf(l) > order);
        rest.InsertRange(at < 0 ? rest.Count : at, lines);
        var text = string.Join('\n', rest);
        return (text.EndsWith('␊') ? text : text + "\n") + "␚";
    }

    private static string IdOf(string line) => line.Split(',', '␊')[0];

    /// <summary>An unknown record stands before KA.</summary>
    private static int OrderOf(string line) => ClaimSpec.Release202406.Record(IdOf(line))?.Order ?? 17;
}
