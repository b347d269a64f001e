using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Claims;

public sealed class CheckTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient biller = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        station = await cloud.OpenStation();
        biller = station.Biller();
    }

    [Fact]
    public async Task A_hundred_thousand_findings_are_paged_searched_and_counted() {
        const int claims = 50;
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors(claims, each: 2_000));
        Assert.Equal(claims, file.Claims);
        Assert.True(file.Errors >= 100_000, $"{file.Errors} errors");
        var total = file.Errors + file.Hints + file.NotChecked;
        var first = await biller.Findings(file.FileId);
        Assert.Equal((total, 1, 50, 50), (first.Total, first.Number, first.Size, first.Items.Count));
        var last = await biller.Findings(file.FileId, $"?page={(total + 49) / 50}");
        Assert.InRange(last.Items.Count, 1, 50);
        Assert.Contains(last.Items, f => f.Claim == claims);
        Assert.Empty((await biller.Findings(file.FileId, "?page=99999999")).Items);
        var code = last.Items.Last(f => f.Claim == claims).Code;
        var found = await biller.Findings(file.FileId, $"?search={code}&page=3");
        Assert.Equal(50, found.Items.Count);
        Assert.All(found.Items, f => Assert.Equal(code, f.Code));
        Assert.Equal(0, (await biller.Findings(file.FileId, "?search=no-such-text")).Total);
    }

    [Fact]
    public async Task Pages_together_are_all_findings_once_and_in_file_order() {
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors(120));
        var all = new List<FindingRow>();
        for (var page = 1; ; page++) {
            var rows = await biller.Findings(file.FileId, $"?page={page}");
            if (rows.Items.Count == 0) break;
            all.AddRange(rows.Items);
        }
        Assert.Equal(file.Errors + file.Hints + file.NotChecked, all.Count);
        Assert.Equal(file.Errors, all.Count(f => f.Verdict == "fail" && f.Severity != "hint"));
        var places = all.Where(f => f.Claim is not null).Select(f => f.Claim!.Value).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Claims_are_found_by_name_and_read_as_a_receipt() {
        var file = await biller.UploadAndCheck(SampleFiles.Claims(130, name: i => i == 77 ? "訪問　太郎" : "看護　花子"));
        Assert.Equal((130, 50), ((await biller.Claims(file.FileId)).Total, (await biller.Claims(file.FileId)).Items.Count));
        Assert.Equal(Enumerable.Range(101, 30), (await biller.Claims(file.FileId, "?page=3")).Items.Select(c => c.Number));
        var found = Assert.Single((await biller.Claims(file.FileId, "?search=" + Uri.EscapeDataString("太郎"))).Items);
        Assert.Equal((77, "202406", "6112", (long?)27750, null), (found.Number, found.ServiceMonth, found.ClaimType, found.TotalYen, found.PayerAnswer));
        var receipt = await biller.Get<ReceiptDetail>($"{PortalRoutes.ClaimFiles}/{file.FileId}/claims/77");
        Assert.Contains(receipt.Sections.SelectMany(s => s.Rows), row => row.Value.Contains("訪問　太郎"));
        Assert.Equal(found, receipt.Claim);
        foreach (var number in (int[])[0, -1, 131])
            Assert.Equal("not-found", (await biller.GetAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/claims/{number}", Stop).Refusal()).Code);
    }

    [Fact]
    public async Task A_claims_findings_stand_with_its_receipt() {
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors(3));
        var receipt = await biller.Get<ReceiptDetail>($"{PortalRoutes.ClaimFiles}/{file.FileId}/claims/2");
        Assert.NotEmpty(receipt.Findings);
        Assert.All(receipt.Findings, f => Assert.Equal(2, f.Claim));
        Assert.Equal(receipt.Claim.Errors, receipt.Findings.Count(f => f.Verdict == "fail" && f.Severity != "hint"));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 1, 2, 255, 254 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x48 })]
    public async Task What_is_no_claim_file_ends_unreadable_with_findings_and_its_bytes_stay(byte[] bytes) {
        var row = await biller.Upload(bytes, "photo.jpg");
        var file = await biller.FileWhen(row.FileId, ClaimFileState.Unreadable);
        Assert.True(file.File.Errors > 0);
        Assert.False(file.Sealable);
        Assert.Equal(bytes, await biller.GetByteArrayAsync($"{PortalRoutes.ClaimFiles}/{row.FileId}/original", Stop));
    }

    [Fact]
    public async Task A_check_that_died_half_way_is_done_again_and_counts_once() {
        ClaimFileRow row;
        using (var before = station.Biller()) row = await before.Upload(SampleFiles.WithErrors(1000));
        await cloud.Restart();
        await cloud.Restart();
        using var after = station.Biller();
        var file = await after.FileWhen(row.FileId, ClaimFileState.Checked);
        Assert.Equal(1000, (await after.Claims(row.FileId)).Total);
        Assert.Single(file.Chain, l => l.Kind == "checked");
    }

    [Theory]
    [InlineData("bytes=0-0", 206, "bytes 0-0/")]
    [InlineData("bytes=-5", 206, null)]
    [InlineData("bytes=10-", 206, null)]
    [InlineData("bytes=99999999-", 416, "bytes */")]
    [InlineData("bytes=0-1,4-5", 200, null)]
    [InlineData("pages=1-2", 200, null)]
    public async Task Ranges_of_the_original_follow_the_standard(string range, int status, string? contentRange) {
        var bytes = SampleFiles.Claims();
        var row = await biller.Upload(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRoutes.ClaimFiles}/{row.FileId}/original");
        request.Headers.TryAddWithoutValidation("Range", range);
        using var answer = await biller.SendAsync(request, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        if (contentRange is not null) Assert.StartsWith(contentRange, answer.Content.Headers.ContentRange?.ToString());
        if (range == "bytes=-5") Assert.Equal(bytes[^5..], await answer.Content.ReadAsByteArrayAsync(Stop));
        if (range == "bytes=10-") Assert.Equal(bytes[10..], await answer.Content.ReadAsByteArrayAsync(Stop));
        if (status == 200) Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Files_are_listed_newest_first_page_by_page_and_by_name() {
        for (var i = 0; i < 53; i++) {
            ((ManualTime)cloud.Time).Advance(TimeSpan.FromSeconds(1));
            await biller.Upload([1], $"{(i == 2 ? "六月" : "file")}{i:00}.uke");
        }
        var first = await biller.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles);
        Assert.Equal((53, 50, "file52.uke"), (first.Total, first.Items.Count, first.Items[0].Name));
        var second = await biller.Get<Page<ClaimFileRow>>($"{PortalRoutes.ClaimFiles}?after={first.Items[^1].FileId}");
        Assert.Equal(["六月02.uke", "file01.uke", "file00.uke"], second.Items.Select(f => f.Name));
        Assert.Equal(2, second.Number);
        Assert.Equal("六月02.uke", Assert.Single((await biller.Get<Page<ClaimFileRow>>($"{PortalRoutes.ClaimFiles}?search={Uri.EscapeDataString("六月")}")).Items).Name);
    }

    [Fact]
    public async Task A_name_of_a_path_becomes_the_name_and_none_is_refused() {
        Assert.Equal("RECEIPTH.UKE", (await biller.Upload([1], "C:\\請求\\RECEIPTH.UKE")).Name);
        Assert.Equal("name-missing", (await biller.PostAsync(PortalRoutes.ClaimFiles, new ByteArrayContent([1]), Stop).Refusal()).Code);
        Assert.Equal("name-missing", (await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name={new string('a', 256)}", new ByteArrayContent([1]), Stop).Refusal()).Code);
    }

    [Fact]
    public async Task The_log_holds_no_name_of_a_patient_or_file() {
        var file = await biller.UploadAndCheck(SampleFiles.Claims(), "看護花子さん.uke");
        await biller.Claims(file.FileId, "?search=" + Uri.EscapeDataString("花子"));
        Assert.DoesNotContain(cloud.Log, line => line.Contains("花子") || line.Contains(Uri.EscapeDataString("花子")));
        Assert.Contains(cloud.Log, line => line.Contains("claim-files/{fileId}/claims"));
    }

    [Fact]
    public async Task The_rules_are_the_same_for_everybody_and_complete() {
        using var desk = cloud.Desk();
        var rules = await biller.Get<List<RulePage>>(PortalRoutes.Rules);
        Assert.NotEmpty(rules);
        Assert.Equal(rules, await desk.Get<List<RulePage>>(PortalRoutes.Rules));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }
}
