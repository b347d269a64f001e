using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Tests.CareClaims;

public sealed class CareFileCheckTests {
    /// <summary>One change a row; <c>n:old=>new</c> in line n (0 the control record) of the valid file, <c>-n</c> takes the line away, <c>+n</c> doubles it, <c>~old=>new</c> is in the whole text, <c>*</c> everywhere in it.</summary>
    private static readonly (string Code, string Change)[] Defects = [
        ("CF01", "~3,10\r\n=>"), ("CF01", "~3,10\r\n=>3,10\r\n3,11\r\n"), ("CF02", "~2,5,=>2,6,"), ("CF03", "0:{count}=>7"), ("CF04", "0:711=>712"),
        ("CF05", "4:1360190001=>1370100016"), ("CF06", "5:7131,10=>7131,17"), ("CF07", "~\r\n3=>\n3"), ("CF07", "4:823=>\"823"), ("CF08", "4:,,,,=>,,,,,"), ("CF08", "4:,,,,=>,,,"),
        ("CF09", "6:01,202504,13=>01,202503,13"),
        ("CF20", "4:1211=>12'1"), ("CF21", "4:1211=>121a"), ("CF22", "4:1211=>１２"), ("CF22", "4:823=>８"), ("CF23", "4:,4,=>,A,"), ("CF23", "4:3292=>32\u000192"), ("CF24", "4:823=>82300"),
        ("CF25", "4:13,1211=>,1211"), ("CF26", "3:23,,2025=>23,1,2025"), ("CF27", "3:19400115=>19400231"), ("CF27", "4:202504=>202513"), ("CF28", "3:,2,23,=>,3,23,"),
        ("CF28", "3:,23,=>,29,"), ("CF29", "3:1370100016=>1370100011"), ("CF29", "6:12130001=>12130002"), ("CF29", "3:00131011=>00131012"),
        ("CF40", "-5"), ("CF40", "-4"), ("CF41", "4:0000000001=>0000000003"), ("CF42", "5:0,,,3292=>0,,,3291"), ("CF43", "4:4,,,,3292=>3,,,,2469"), ("CF44", "4:,3292=>,3300"),
        ("CF45", "5:33775=>33776"), ("CF46", "5:3753=>3752"), ("CF47", "8:0,942,1074=>0,941,1074"), ("CF48", "3:33775=>33774"), ("CF49", "5:3500=>3000"), ("CF50", "5:3500=>0"),
        ("CF51", "4:13,1211=>63,1211"), ("CF52", "3:,23,=>,12,"), ("CF53", "3:1,1370100016=>1,"), ("CF53", "3:1,1370100016=>2,1370100016"), ("CF54", "3:20261231=>20250429"),
        ("CF55", "3:0000000001=>H000000001"), ("CF56", "6:90,100=>90,90"), ("CF57", "6:12130001,0000018,,=>12130001,0000018,54136015,0000018"),
        ("CF58", "6:0000000002=>0000000001"), ("CF59", "6:00131011,0000000002=>00141010,0000000001"), ("CF60", "+14"),
        ("CF61", "*202504=>202503|1211=>A075"), ("CF62", "4:1211,823=>1211,822"), ("CF63", "5:3292,0,,,3292=>3000,292,,,3292"), ("CF64", "4:1211=>9999"),
        ("CF80", "-1 -1"), ("CF80", "=1"), ("CF81", "1:,2,4234=>,3,4234"), ("CF81", "2:,1074,=>,1073,"), ("CF81", "-2"), ("CF82", "1:43439=>43438"),
    ];

    [Fact]
    public void The_valid_file_has_no_finding() => Assert.Empty(CareFiles.Check(CareFiles.Bytes(CareFiles.Lines)));

    [Fact]
    public void Every_defect_is_found_at_its_rule_and_place() {
        foreach (var (code, change) in Defects) {
            var file = Changed(change);
            var found = CareFiles.Check(file).Where(f => f.Code == code).ToList();
            Assert.True(found.Count > 0, $"{code} does not find '{change}'; found {string.Join(' ', CareFiles.Check(file).Select(f => f.Code))}");
            Assert.All(found, f => Assert.True(f.Place.Offset is null || f.Place.Offset <= file.Length));
            if (change[0] is >= '3' and <= '8' && change[1] == ':' && code is not ("CF03" or "CF09")) Assert.Contains(found, f => f.Place.Line is not null);
        }
    }

    [Fact]
    public void Every_rule_has_a_defect_that_it_finds() =>
        Assert.Equal(CareRules.All.Select(r => r.Code).Where(c => c != CareRules.TooMany.Code).Order(), Defects.Select(d => d.Code).Distinct().Order());

    [Fact]
    public void Rules_have_codes_and_words_of_their_own() {
        Assert.Equal(CareRules.All.Count, CareRules.All.Select(r => r.Code).Distinct().Count());
        Assert.Equal(CareRules.All.Count, CareRules.All.Select(r => r.Title).Distinct().Count());
        Assert.All(CareRules.All, r => Assert.EndsWith("。", r.Fix, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_nothing_but_wrong_lines_ends_in_one_word_about_the_rest() {
        var findings = CareFiles.Check(CareFiles.Encode(string.Concat(Enumerable.Repeat("x\n", 9_000))));
        Assert.Equal(5_001, findings.Count);
        Assert.Equal((CareRules.TooMany.Code, Verdict.NotChecked), (findings[^1].Code, findings[^1].Verdict));
    }

    [Fact]
    public void What_came_from_the_payer_is_asked_about_and_never_refused() {
        string[] lines = ["0,{count},741,0,0,1360190001,0,7,202506,0", "7411,H1,1360190001,\"訪問看護さくら\",202505,20250602,1,\"東京都国保連合会\"",
            "7411,D1,131011,\"千代田区\",0000000001,ｷﾖﾐｽﾞﾖｼｺ,\"請\",202504,13,3292,B,\"認定情報：市町村の認定変更が未決定\",\"１２ＰＡ\","];
        var file = CareFiles.Bytes(lines);
        Assert.Empty(CareFiles.Check(file));
        Assert.Equal("１２ＰＡ", CareFiles.Read(file)[2].Text("Remarks"));
        lines[2] = lines[2].Replace("１２ＰＡ", "12PA", StringComparison.Ordinal);
        Assert.Equal([(CareRules.Width.Code, Severity.Query)], CareFiles.Check(CareFiles.Bytes(lines)).Select(f => (f.Code, f.Severity)));
    }

    private static byte[] Changed(string change) {
        var lines = CareFiles.Lines.ToList();
        if (change[0] == '~') return CareFiles.Encode(Once(CareFiles.Text([.. lines]), change[1..]));
        if (change[0] == '*') return CareFiles.Encode(change[1..].Split('|').Aggregate(CareFiles.Text([.. lines]), (text, c) => text.Replace(c.Split("=>")[0], c.Split("=>")[1], StringComparison.Ordinal)));
        if (change[0] == '-') {
            foreach (var line in change.Split(' ')) lines.RemoveAt(int.Parse(line[1..]));
        } else if (change[0] == '=') {
            lines.Add(lines[1]);
            lines.RemoveAt(1);
        } else if (change == "+14") lines.Insert(5, "7131,14,202504,1360190001,00131011,0000000001,78,1111,100,1,,,,100,,,,131011,");
        else {
            var index = change[0] - '0';
            lines[index] = Once(lines[index], change[2..]);
        }
        return CareFiles.Bytes([.. lines]);
    }

    private static string Once(string text, string change) {
        var (old, with) = (change.Split("=>")[0], change.Split("=>")[1]);
        var at = text.LastIndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' does not stand in {text}");
        return text[..at] + with + text[(at + old.Length)..];
    }
}
