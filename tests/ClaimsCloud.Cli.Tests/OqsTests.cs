using System.Text;
using System.Text.Json;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Cli.Tests;

/// <summary><c>claims oqs</c> with the simulated terminal in between: what is written is taken, what is answered is read.</summary>
public sealed class OqsTests : IDisposable {
    private const string Card = "\"insurerNumber\":\"999999\",\"symbol\":\"12-34\",\"number\":\"567\",\"branch\":\"01\"";
    private const string Person = "{" + Card + ",\"birthDate\":\"1954-02-03\",\"limitConsent\":\"given\",\"personKey\":\"u-1\"}";
    private const string Registration = "{\"referenceNumber\":\"000123\"," + Card + "}";
    private const string Head = ",\"stationCode\":\"1369999999\",\"identifier\":\"EC1\"";

    private static readonly Dictionary<string, (string Request, string Prefix)> Kinds = new() {
        ["single-check"] = ("{\"kind\":\"single-check\"" + Head + ",\"on\":\"2026-04-01\",\"person\":" + Person + "}", "OQSsiquc01"),
        ["bulk-check"] = ("{\"kind\":\"bulk-check\"" + Head + ",\"on\":\"2026-04-01\",\"people\":[" + Person + "]}", "OQSmuquc01"),
        ["number-registration"] = ("{\"kind\":\"number-registration\"" + Head + ",\"person\":" + Registration + "}", "OQSsiimm01"),
        ["bulk-number-registration"] = ("{\"kind\":\"bulk-number-registration\"" + Head + ",\"people\":[" + Registration + "]}", "OQSmuimm01"),
        ["consented-visits"] = ("{\"kind\":\"consented-visits\"" + Head + ",\"from\":\"2026-03-30\",\"to\":\"2026-04-01\"}", "OQSmuhvq01"),
        ["medical-aid"] = ("{\"kind\":\"medical-aid\"" + Head + ",\"month\":\"202604\"}", "OQSmutic01"),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly OqsSimulator _terminal;

    public OqsTests() => _terminal = new(_folder.Path, new ManualTime(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)), seed: 1);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_request_is_written_read_back_and_answered(string kind) {
        var (request, prefix) = Kinds[kind];
        var path = Ask(request, prefix + "req_1.xml");
        var (exit, again) = Read(path);
        Assert.Equal(0, exit);
        Assert.Equal(kind, again.GetProperty("request").GetProperty("kind").GetString());
        _terminal.Look();
        var (answered, answer) = Read(Path.Combine(_terminal.Res, prefix + "res_1.xml"));
        Assert.Equal(0, answered);
        Assert.Equal(["file", "interface", "japanese", "step", "role", "encoding", "damaged", "progress", "header", "body", "units", "findings"], answer.EnumerateObject().Select(p => p.Name));
        if (!answer.GetProperty("body").TryGetProperty("ReceptionNumber", out var reception)) return;
        var fetch = $"{{\"kind\":\"fetch\",\"stationCode\":\"1369999999\",\"of\":\"{kind}\",\"receptionNumber\":\"{reception.GetString()}\"}}";
        Ask(fetch, prefix[..^1] + "2req_1.xml");
        _terminal.Look();
        var (fetched, results) = Read(Path.Combine(_terminal.Res, prefix[..^1] + "2res_1.xml"));
        Assert.Equal(0, fetched);
        Assert.NotEmpty(results.GetProperty("units").EnumerateArray());
    }

    [Fact]
    public void A_request_that_was_read_can_be_written_again() {
        var path = Ask(Kinds["single-check"].Request, "OQSsiquc01req_1.xml");
        var before = File.ReadAllBytes(path);
        Ask(Read(path).Json.GetProperty("request").GetRawText(), "OQSsiquc01req_1.xml");
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_code_stands_with_its_meaning_and_a_number_with_its_spaces() {
        Ask(Kinds["single-check"].Request, "OQSsiquc01req_1.xml");
        _terminal.Look();
        var unit = Read(Path.Combine(_terminal.Res, "OQSsiquc01res_1.xml")).Json.GetProperty("units")[0];
        Assert.Equal("""{"code":"1","meaning":"有効"}""", unit.GetProperty("QualificationValidity").GetRawText());
        Assert.Equal("  999999", unit.GetProperty("ResultOfQualificationConfirmation")[0].GetProperty("InsurerNumber").GetString());
    }

    [Fact]
    public void A_face_result_and_a_refusal_are_told_apart() {
        var face = Read(_terminal.PushFace(OqsPerson.Takahashi, "1369999999"));
        Assert.Equal((0, "face-result"), (face.Exit, face.Json.GetProperty("role").GetString()));
        _terminal.Inject("err-file");
        Ask(Kinds["single-check"].Request, "OQSsiquc01req_1.xml");
        _terminal.Look();
        var refusal = Read(Path.Combine(_terminal.Res, "OQSsiquc01req_1.err"));
        Assert.Equal((1, "refusal", "XX0003"), (refusal.Exit, refusal.Json.GetProperty("role").GetString(), refusal.Json.GetProperty("errorCode").GetString()));
    }

    [Fact]
    public void A_damaged_file_is_unusable_and_says_why() {
        var (exit, output, _) = Claims.Run([.. "PK\u0003\u0004"u8], "oqs", "read", "-", "--name", "OQSsiquc01res_1.xml", "--json");
        Assert.Equal(2, exit);
        Assert.Equal("EQ0002", JsonDocument.Parse(output).RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Text_for_people_names_fields_in_Japanese() {
        var (exit, output, _) = Claims.Run(null, "oqs", "read", _terminal.PushFace(OqsPerson.Takahashi, "1369999999"));
        Assert.Equal(0, exit);
        Assert.Contains("資格有効性: 1（有効）", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
    }

    [Theory, InlineData("{}"), InlineData("["), InlineData("{\"kind\":\"single-check\"}"), InlineData("{\"kind\":\"nonsense\"}"), InlineData("{\"kind\":\"medical-aid\",\"stationCode\":\"1369999999\",\"identifier\":\"E\",\"month\":\"202613\"}")]
    public void Json_that_is_no_request_leaves_no_file_behind(string json) {
        var target = Path.Combine(_terminal.Req, "OUT.xml");
        var (exit, _, error) = Claims.Run(Encoding.UTF8.GetBytes(json), "oqs", "request", "-", "--out", target);
        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
        Assert.Empty(Directory.GetFiles(_terminal.Req));
    }

    [Fact]
    public void A_request_that_the_terminal_would_refuse_is_not_written() {
        var json = Kinds["single-check"].Request.Replace("1369999999", "1319999999", StringComparison.Ordinal);
        var (exit, _, error) = Claims.Run(Encoding.UTF8.GetBytes(json), "oqs", "request", "-", "--out", Path.Combine(_terminal.Req, "OUT.xml"));
        Assert.Equal(1, exit);
        Assert.Contains("医療機関コード", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_terminal.Req));
    }

    [Fact]
    public void A_target_that_cannot_be_written_ends_with_2_and_says_so() {
        var (exit, _, error) = Claims.Run(Encoding.UTF8.GetBytes(Kinds["single-check"].Request), "oqs", "request", "-", "--out", Path.Combine(_terminal.Req, "no such folder", "OUT.xml"));
        Assert.Equal(2, exit);
        Assert.StartsWith("書けませんでした。", error, StringComparison.Ordinal);
    }

    [Theory, InlineData("oqs"), InlineData("oqs", "read", "-"), InlineData("oqs", "read", "OQSsiquc01res_1.xml"), InlineData("oqs", "request", "-")]
    public void Wrong_usage_ends_with_2_and_says_why(params string[] arguments) {
        var (exit, _, error) = Claims.Run(null, arguments);
        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
    }

    private string Ask(string request, string name) {
        var path = Path.Combine(_terminal.Req, name);
        var (exit, _, error) = Claims.Run(Encoding.UTF8.GetBytes(request), "oqs", "request", "-", "--out", path);
        Assert.Equal((0, ""), (exit, error));
        return path;
    }

    private static (int Exit, JsonElement Json) Read(string path) {
        var (exit, output, error) = Claims.Run(null, "oqs", "read", path, "--json");
        Assert.Equal("", error);
        return (exit, JsonDocument.Parse(output).RootElement);
    }
}
