using System.IO.Compression;
using System.Text;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>Every bad file is named by a finding with a way out; nothing is thrown and nothing of it is used.</summary>
public sealed class BadAnswerTests {
    private const string Xxe = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><XmlMsg><MessageHeader><ErrorMessage>&e;</ErrorMessage></MessageHeader></XmlMsg>""";
    private const string Laughs = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><XmlMsg>&c;</XmlMsg>""";
    private static readonly byte[] Good = OqsText.Utf8(Answers.Single(OqsPerson.Takahashi));

    private static readonly Dictionary<string, (Func<byte[]> File, string Name, string Code)> Cases = new() {
        ["empty"] = (() => [], "OQSsiquc01res_1.xml", "EQ0001"),
        ["zip instead of XML"] = (() => OqsText.Zip("a.xml", Good, ZipMark.Plain), "OQSsiquc01res_1.xml", "EQ0002"),
        ["encrypted zip"] = (() => OqsText.Zip("OQSmuhvq02res_1.xml", Good, ZipMark.Encrypted), "OQSmuhvq02res_1.zip", "EQ0002"),
        ["UTF-8 declared, Shift_JIS written"] = (() => OqsText.Mislabelled(Answers.Single(OqsPerson.Takahashi)), "OQSsiquc01res_1.xml", "EQ0003"),
        ["Shift_JIS declared, UTF-8 written"] = (() => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Good).Replace("UTF-8", "Shift_JIS", StringComparison.Ordinal)), "OQSsiquc01res_1.xml", "EQ0003"),
        ["Shift_JIS with a cut character"] = (() => [.. "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><XmlMsg>"u8, 0x88], "OQSsiquc01res_1.xml", "EQ0003"),
        ["byte order mark against declaration"] = (() => [0xEF, 0xBB, 0xBF, .. "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><XmlMsg/>"u8], "OQSsiquc01res_1.xml", "EQ0003"),
        ["EUC-JP declared"] = (() => [.. "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><XmlMsg/>"u8], "OQSsiquc01res_1.xml", "EQ0004"),
        ["UTF-16"] = (() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<XmlMsg/>")], "OQSsiquc01res_1.xml", "EQ0004"),
        ["XXE"] = (() => Encoding.UTF8.GetBytes(Xxe), "OQSsiquc01res_1.xml", "EQ0005"),
        ["billion laughs"] = (() => Encoding.UTF8.GetBytes(Laughs), "OQSsiquc01res_1.xml", "EQ0005"),
        ["unknown entity"] = (() => [.. "<XmlMsg>&x;</XmlMsg>"u8], "OQSsiquc01res_1.xml", "EQ0006"),
        ["cut off"] = (() => Good[..(Good.Length / 2)], "OQSsiquc01res_1.xml", "EQ0006"),
        ["no XML at all"] = (() => [.. "hello"u8], "OQSsiquc01res_1.xml", "EQ0006"),
        ["a thousand levels"] = (() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<XmlMsg>", 1000))), "OQSsiquc01res_1.xml", "EQ0007"),
        ["another root"] = (() => [.. "<html/>"u8], "OQSsiquc01res_1.xml", "EQ0008"),
        ["broken zip"] = (() => [.. "PK\u0003\u0004 and nothing"u8], "OQSmuhvq02res_1.zip", "EQ0009"),
        ["zip without XML"] = (() => OqsText.Zip("readme.txt", Good, ZipMark.Plain), "OQSmuhvq02res_1.zip", "EQ0010"),
        ["50 MB of XML"] = (Large, "OQSsiquc01res_1.xml", "EQ0011"),
        ["50 MB of XML in bulk"] = (Large, "OQSmuquc02res_1.xml", "EQ0011"),
        ["zip bomb"] = (Bomb, "OQSmuhvq02res_1.zip", "EQ0011"),
        ["PDF"] = (() => [.. "%PDF-1.7"u8], "OQSsiquc01res_1.pdf", "EQ0012"),
        ["no header"] = (() => [.. "<XmlMsg><MessageBody/></XmlMsg>"u8], "OQSsiquc01res_1.xml", "EQ0014"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void It_is_named_and_nothing_of_it_is_used(string name) {
        var (file, fileName, code) = Cases[name];
        var bytes = file();
        var before = bytes.ToArray();
        var answer = Answers.Read(bytes, fileName);
        Assert.True(answer.Damaged);
        var finding = Assert.Single(answer.Findings, f => f.Code == code);
        Assert.Equal(Severity.FileRefused, finding.Severity);
        Assert.All([finding.Message, finding.Fix, finding.Source], text => Assert.NotEmpty(text));
        Assert.Empty(answer.Units);
        Assert.True(before.AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public void Half_width_kana_in_Shift_JIS_is_not_taken_for_UTF8() {
        var answer = Answers.Read([.. "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><XmlMsg><MessageHeader><ErrorMessage>"u8, 0xC4, 0xB3, .. "</ErrorMessage></MessageHeader></XmlMsg>"u8]);
        Assert.Equal("ﾄｳ", answer.Header.Text("ErrorMessage"));
    }

    [Fact]
    public void Every_pair_that_Windows_knows_is_read() {
        var pairs = Enumerable.Range(0x81, 0x7C).SelectMany(lead => Enumerable.Range(0x40, 0xBD).Select(trail => (byte[])[(byte)lead, (byte)trail]))
            .Where(p => IsKnown(p)).ToList();
        byte[] file = [.. "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><XmlMsg><MessageHeader><ErrorMessage>"u8, .. pairs.SelectMany(p => p), .. "</ErrorMessage></MessageHeader></XmlMsg>"u8];
        Assert.Equal(pairs.Count, Answers.Read(file).Header.Text("ErrorMessage")!.Length);
        Assert.True(pairs.Count > 7_000);
    }

    private static bool IsKnown(byte[] pair) =>
        Domain.Records.ClaimText.IndexOutside(pair) < 0 ? pair[0] is < 0xA0 or > 0xDF : Domain.Records.OutsideRepertoire.CharacterOf(pair[0], pair[1]) is not null;

    private static byte[] Large() => [.. "<XmlMsg>"u8, .. Enumerable.Repeat((byte)' ', 50 << 20), .. "</XmlMsg>"u8];

    private static byte[] Bomb() {
        var into = new MemoryStream();
        using (var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true)) {
            using var entry = archive.CreateEntry("OQSmuhvq02res_1.xml", CompressionLevel.Fastest).Open();
            var part = new byte[1 << 20];
            for (var i = 0; i < 60; i++) entry.Write(part);
        }
        return into.ToArray();
    }
}
