using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Claims;

/// <summary>What a station wants of the checks: switches, rules of its own, findings taken on; and what a check covered.</summary>
public sealed class CheckSettingsTests : IAsyncLifetime {
    private static readonly OwnRuleRow NoBranch = new("Z01", "likely-return", "枝番がありません", "枝番を入れてください。", "HO", [new("HO", "BranchNumber", "isEmpty", ""), new("HO", "InsurerNumber", "isFilled", "")]);

    private CloudHarness cloud = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        biller = (await cloud.OpenStation()).Biller();
    }

    [Fact]
    public async Task A_rule_of_ones_own_stops_the_file_until_a_person_takes_its_finding_on() {
        var file = await biller.UploadAndCheck(UkeText.Sample("demo-station-a"));
        await Changed("check-settings/own-rules", NoBranch with { Conditions = [new("RE", "PatientName", "isFilled", "")], Record = "RE" });
        var again = await Recheck(file.FileId);
        Assert.Equal((8, false), (again.File.Errors!.Value, again.Sealable));
        var finding = (await biller.Findings(file.FileId, "?search=Z01")).Items[0];
        Assert.Equal(("likely-return", "枝番がありません"), (finding.Severity, finding.Message));

        for (var claim = 1; claim <= 8; claim++) await Changed("check-settings/overrides", new OverrideRequest(file.FileId, claim, "Z01", "保険証で確かめた", "203012"));
        again = await Recheck(file.FileId);
        Assert.Equal((0, true), (again.File.Errors!.Value, again.Sealable));
        var taken = (await biller.Findings(file.FileId, "?severity=overridden")).Items;
        Assert.All(taken, f => Assert.Equal(("overridden", "保険証で確かめた", "203012"), (f.Verdict, f.Override!.Why, f.Override.Until)));
        Assert.Contains("確認済み", again.Chain[^1].Detail, StringComparison.Ordinal);

        var settings = await biller.Get<CheckSettingsDetail>("check-settings");
        foreach (var row in settings.Overrides) await Changed("check-settings/override-deletion", row);
        Assert.False((await Recheck(file.FileId)).Sealable);
        await Changed("check-settings/own-rules/Z01/deletion", null);
        Assert.True((await Recheck(file.FileId)).Sealable);
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_says_nothing_and_the_coverage_says_so() {
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors(3, each: 4));
        var code = (await biller.Findings(file.FileId, "?severity=claim-refused")).Items.First(f => f.Claim is not null).Code;
        var before = (await biller.Findings(file.FileId, $"?search={code}")).Items.Count(f => f.Code == code);
        Assert.Equal(new RuleSwitchRow(code, "first"), Assert.Single((await Changed("check-settings/switches", new RuleSwitchRow(code, "first"))).Switches));
        await Recheck(file.FileId);
        Assert.Equal(3, (await biller.Findings(file.FileId, $"?search={code}")).Items.Count(f => f.Code == code));
        Assert.True(before > 3);
        await Changed("check-settings/switches", new RuleSwitchRow(code, "off"));
        var off = await Recheck(file.FileId);
        Assert.DoesNotContain((await biller.Findings(file.FileId, $"?search={code}")).Items, f => f.Code == code);
        var coverage = Assert.Single((await biller.Get<Page<RuleCoverageRow>>($"claim-files/{file.FileId}/coverage?search={code}")).Items, c => c.Code == code);
        Assert.Equal((0, 3), (coverage.Claims, coverage.NotRun));
        Assert.Contains("止めています", Assert.Single(coverage.Reasons), StringComparison.Ordinal);
        Assert.NotNull(off.RulesVersion);
        Assert.Empty((await Changed("check-settings/switches", new RuleSwitchRow(code, "all"))).Switches);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing() {
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors(1));
        var refused = (await biller.Findings(file.FileId, "?severity=claim-refused")).Items[0];
        Assert.Equal("not-overridable", await Refusal("check-settings/overrides", new OverrideRequest(file.FileId, 1, refused.Code, "理由", "203012")));
        Assert.Equal("reason-missing", await Refusal("check-settings/overrides", new OverrideRequest(file.FileId, 1, "R08c", " ", "203012")));
        Assert.Equal("not-a-month", await Refusal("check-settings/overrides", new OverrideRequest(file.FileId, 1, "R08c", "理由", "203013")));
        Assert.Equal("not-found", await Refusal("check-settings/overrides", new OverrideRequest(file.FileId, 9, "R08c", "理由", "203012")));
        Assert.Equal("bad-request", await Refusal("check-settings/switches", new RuleSwitchRow("F01a", "loud")));
        Assert.Equal("bad-request", await Refusal("check-settings/switches", new RuleSwitchRow("nothing", "off")));
        Assert.Equal("bad-request", await Refusal("check-settings/own-rules", NoBranch with { Severity = "claim-refused" }));
        using var wrong = await biller.PostAsJsonAsync("check-settings/own-rules", NoBranch with { Code = "F01a", Conditions = [new("HO", "Nothing", "is", "1")] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(2, (await wrong.Content.ReadFromJsonAsync<OwnRuleProblems>())!.Problems.Count);
        await biller.Seal((await biller.UploadAndCheck(SampleFiles.Claims(1))).FileId);
        var sealedFile = (await biller.Get<Page<ClaimFileRow>>("claim-files")).Items.Single(f => f.State == ClaimFileState.Sealed);
        Assert.Equal("illegal-transition", await Refusal($"claim-files/{sealedFile.FileId}/check", null));
        var settings = await biller.Get<CheckSettingsDetail>("check-settings");
        Assert.Equal((0, 0, 0), (settings.Switches.Count, settings.OwnRules.Count, settings.Overrides.Count));
    }

    [Fact]
    public async Task Another_station_neither_sees_nor_feels_the_settings() {
        using var other = (await cloud.OpenStation("7654321")).Biller();
        await Changed("check-settings/own-rules", NoBranch with { Conditions = [new("RE", "PatientName", "isFilled", "")], Record = "RE" });
        var mine = await biller.UploadAndCheck(SampleFiles.Claims(1));
        Assert.Empty((await other.Get<CheckSettingsDetail>("check-settings")).OwnRules);
        Assert.Equal(0, (await other.UploadAndCheck(SampleFiles.Claims(1))).Errors);
        Assert.Equal("not-found", (await other.PostAsJsonAsync("check-settings/overrides", new OverrideRequest(mine.FileId, 1, "R08c", "理由", "203012")).Refusal()).Code);
        Assert.Equal("not-found", (await other.PostAsync($"claim-files/{mine.FileId}/check", null).Refusal()).Code);
        Assert.Equal("not-found", (await other.GetAsync($"claim-files/{mine.FileId}/findings.csv").Refusal()).Code);
        Assert.Equal("not-found", (await other.GetAsync($"claim-files/{mine.FileId}/coverage").Refusal()).Code);
    }

    [Fact]
    public async Task Findings_leave_as_a_sheet_that_a_spreadsheet_opens_and_takes_no_formula_from() {
        await Changed("check-settings/own-rules", NoBranch with { Title = "=1+1", Fix = "「\"」と,を直す", Conditions = [new("RE", "PatientName", "isFilled", "")], Record = "RE" });
        var file = await biller.UploadAndCheck(SampleFiles.Claims(60));
        var bytes = await biller.GetByteArrayAsync($"claim-files/{file.FileId}/findings.csv");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (await biller.Findings(file.FileId)).Total, lines.Length);
        Assert.StartsWith("レセプト（何件目）,氏名,重さ,判定", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains("返戻の見込み,誤り,Z01,'=1+1,\"「\"\"」と,を直す\"", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<CheckSettingsDetail> Changed(string path, object? body) {
        using var answer = body is null ? await biller.PostAsync(path, null) : await biller.PostAsync(path, JsonContent.Create(body, body.GetType()));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CheckSettingsDetail>())!;
    }

    private async Task<string> Refusal(string path, object? body) => (await (body is null ? biller.PostAsync(path, null) : biller.PostAsync(path, JsonContent.Create(body, body.GetType()))).Refusal()).Code;

    private async Task<ClaimFileDetail> Recheck(string fileId) {
        using var answer = await biller.PostAsync($"claim-files/{fileId}/check", null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await biller.FileWhen(fileId, ClaimFileState.Checked);
    }
}
