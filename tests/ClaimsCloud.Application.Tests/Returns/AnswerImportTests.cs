using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Returns;

/// <summary>Which file an answer belongs to, and what it changes there; in doubt nothing.</summary>
public sealed class AnswerImportTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessDevice device = null!;
    private HttpClient biller = null!;
    private HttpClient edge = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        var station = await cloud.OpenStation();
        (biller, device) = (station.Biller(), await station.Device());
        edge = await device.Client();
    }

    [Fact]
    public async Task The_same_list_twice_changes_nothing_the_second_time_whatever_it_is_called() {
        var fileId = await Placed(SampleFiles.Claims(2));
        var list = SampleFiles.AcceptanceList(details: [("1", "2111", "誤り")]);
        await edge.Send("k1", SampleFiles.AcceptanceName(), list);
        var answered = await biller.FileWhen(fileId, ClaimFileState.Answered);
        await edge.Send("k2", SampleFiles.AcceptanceName("20240708113000"), list);
        Assert.Equal(("duplicate", fileId), Outcome(await biller.ReturnFile("k2")));
        Assert.Equal(answered.Chain, (await biller.File(fileId)).Chain);
        Assert.Equal(["refused", "accepted"], (await biller.Claims(fileId)).Items.Select(c => c.PayerAnswer));
    }

    [Fact]
    public async Task A_newer_list_replaces_the_answers_and_an_older_one_is_only_kept() {
        var fileId = await Placed(SampleFiles.Claims(2));
        await edge.Send("new", SampleFiles.AcceptanceName("20240709100000"), SampleFiles.AcceptanceList(details: [("1", "3129", "確認")]));
        await biller.FileWhen(fileId, ClaimFileState.Answered);
        await edge.Send("old", SampleFiles.AcceptanceName("20240708100000"), SampleFiles.AcceptanceList(details: [("2", "2111", "誤り")]));
        Assert.Equal(("superseded", fileId), Outcome(await biller.ReturnFile("old")));
        Assert.Equal(["attention", "accepted"], (await biller.Claims(fileId)).Items.Select(c => c.PayerAnswer));
        await edge.Send("newest", SampleFiles.AcceptanceName("20240710100000"), SampleFiles.AcceptanceList());
        Assert.Equal(("imported", fileId), Outcome(await biller.ReturnFile("newest")));
        Assert.Equal(["accepted", "accepted"], (await biller.Claims(fileId)).Items.Select(c => c.PayerAnswer));
        Assert.Equal(2, (await biller.File(fileId)).Chain.Count(l => l.Kind == "answered"));
    }

    [Fact]
    public async Task An_error_of_the_whole_file_refuses_every_claim() {
        var fileId = await Placed(SampleFiles.Claims(2));
        await edge.Send("k1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList(details: [("", "1917", "番号の誤り"), ("2", "3129", "確認")]));
        await biller.FileWhen(fileId, ClaimFileState.Answered);
        Assert.Equal(["refused", "refused"], (await biller.Claims(fileId)).Items.Select(c => c.PayerAnswer));
        Assert.Equal("3129 確認　該当項目／1917 番号の誤り　該当項目", (await biller.Claims(fileId)).Items[1].PayerMessage);
    }

    [Fact]
    public async Task A_list_that_nothing_fits_waits_and_is_imported_when_its_file_gets_there() {
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        await edge.Send("early", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        await edge.Send("earlier", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "1")]));
        Assert.Equal(("unmatched", null), Outcome(await biller.ReturnFile("early")));
        Assert.Equal(("unmatched", null), Outcome(await biller.ReturnFile("earlier")));
        await edge.PlaceSealed(cloud.Time.GetUtcNow());
        var confirmed = await biller.FileWhen(file.FileId, ClaimFileState.Confirmed);
        // The confirmation could not be taken before the acceptance list; afterwards it was.
        Assert.Equal(["answered", "confirmed"], confirmed.Chain.Select(l => l.Kind).Where(k => k is "answered" or "confirmed"));
        Assert.Contains("seen", (await Eventually.Get("the last look is in the chain", async () =>
            (await biller.File(file.FileId)) is var f && f.Chain.Any(l => l.Kind == "seen") ? f : null)).Chain.Select(l => l.Kind));
        Assert.Equal(("imported", file.FileId), Outcome(await biller.ReturnFile("earlier", f => f.Outcome == "imported")));
    }

    [Fact]
    public async Task A_confirmation_before_any_acceptance_is_refused_and_names_both_states() {
        var fileId = await Placed(SampleFiles.Claims());
        await edge.Send("k1", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "1")]));
        var row = await biller.ReturnFile("k1");
        Assert.Equal(("refused", fileId), Outcome(row));
        Assert.Contains("「配置確認済み」から「請求確定」", row.Detail);
        Assert.Equal(ClaimFileState.SeenUnchanged, (await biller.File(fileId)).File.State);
    }

    [Fact]
    public async Task Two_files_that_fit_are_one_too_many() {
        await Placed(SampleFiles.Claims());
        await Placed(SampleFiles.Claims(2), "取下げを依頼済み");
        await edge.Send("k1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        var row = await biller.ReturnFile("k1");
        Assert.Equal(("unmatched", null), Outcome(row));
        Assert.Contains("複数", row.Detail);
        Assert.All((await biller.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Items, f => Assert.Equal(ClaimFileState.SeenUnchanged, f.State));
    }

    [Theory]
    [InlineData("2", "1234567", "令和　６年　６月")]
    [InlineData("1", "7654321", "令和　６年　６月")]
    [InlineData("1", "1234567", "令和　６年　５月")]
    [InlineData("1", "1234567", "令和　５年　６月")]
    public async Task Another_payer_station_or_month_does_not_fit(string payer, string stationCode, string month) {
        var fileId = await Placed(SampleFiles.Claims());
        await edge.Send("k1", SampleFiles.AcceptanceName(payer: payer, stationCode: stationCode), SampleFiles.AcceptanceList(month, stationCode));
        Assert.Equal(("unmatched", null), Outcome(await biller.ReturnFile("k1")));
        Assert.Equal(ClaimFileState.SeenUnchanged, (await biller.File(fileId)).File.State);
    }

    [Fact]
    public async Task A_claim_number_that_the_file_does_not_have_makes_the_list_unmatched() {
        var fileId = await Placed(SampleFiles.Claims(2));
        await edge.Send("k1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList(details: [("3", "3129", "確認")]));
        var row = await biller.ReturnFile("k1");
        Assert.Equal(("unmatched", null), Outcome(row));
        Assert.Contains(row.Findings, f => f is { Code: "RT0009", Line: 4 });
        Assert.Equal(ClaimFileState.SeenUnchanged, (await biller.File(fileId)).File.State);
    }

    [Fact]
    public async Task A_damaged_list_is_kept_with_its_findings_and_changes_nothing() {
        var fileId = await Placed(SampleFiles.Claims());
        var list = SampleFiles.AcceptanceList(details: [("1", "2111", "誤り")]);
        await edge.Send("cut", SampleFiles.AcceptanceName(), list[..^10]);
        await edge.Send("empty", SampleFiles.AcceptanceName("20240708103001"), []);
        foreach (var key in (string[])["cut", "empty"]) {
            var row = await biller.ReturnFile(key);
            Assert.Equal(("damaged", null), Outcome(row));
            Assert.NotEmpty(row.Findings);
        }
        Assert.Equal(ClaimFileState.SeenUnchanged, (await biller.File(fileId)).File.State);
        Assert.Null((await biller.Claims(fileId)).Items[0].PayerAnswer);
    }

    [Fact]
    public async Task A_confirmation_without_a_single_claim_is_no_success() {
        var fileId = await Placed(SampleFiles.Claims());
        await edge.Send("a", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        await biller.FileWhen(fileId, ClaimFileState.Answered);
        await edge.Send("c", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "2")]));
        Assert.Equal("kept", (await biller.ReturnFile("c")).Outcome);
        Assert.Equal(ClaimFileState.Answered, (await biller.File(fileId)).File.State);
    }

    [Fact]
    public async Task The_desk_counts_files_until_they_are_confirmed() {
        using var desk = cloud.Desk();
        var fileId = await Placed(SampleFiles.Claims());
        await Open(1);
        await edge.Send("a", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        await edge.Send("c", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "1")]));
        await biller.FileWhen(fileId, ClaimFileState.Confirmed);
        await Open(0);

        Task Open(int count) => Eventually.Holds($"{count} open files at the desk", async () =>
            (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Items is [{ } row] && row.OpenFiles == count);
    }

    public async ValueTask DisposeAsync() {
        edge.Dispose();
        biller.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<string> Placed(byte[] bytes, string? whyAgain = null) {
        var file = await biller.UploadAndCheck(bytes);
        await biller.Seal(file.FileId, whyAgain);
        await edge.PlaceSealed(cloud.Time.GetUtcNow());
        await biller.FileWhen(file.FileId, ClaimFileState.SeenUnchanged);
        return file.FileId;
    }

    private static (string, string?) Outcome(ReturnFileRow row) => (row.Outcome, row.ClaimFileId);
}
