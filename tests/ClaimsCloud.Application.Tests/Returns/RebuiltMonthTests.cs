using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Application.Tests.Returns;

/// <summary>One of a month's claims comes back: its record is put right, the month built anew, and only that claim goes out again.</summary>
public sealed class RebuiltMonthTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private readonly ManualTime time = new(new(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(BundleTexts.StationCode);
        biller = station.Biller();
        await biller.Import(Month, BundleTexts.Sample);
    }

    [Fact]
    public async Task Only_the_returned_claim_of_the_month_goes_out_again() {
        using var device = await station.Device();
        using var edge = await device.Client();
        var first = await BuiltForKokuho();
        Assert.Equal(2, first.File.Claims);
        await biller.Seal(first.File.FileId);
        await edge.PlaceSealed(time.GetUtcNow());
        await biller.FileWhen(first.File.FileId, ClaimFileState.SeenUnchanged);
        var claims = ReturnFiles.ClaimLines(await biller.GetByteArrayAsync($"claim-files/{first.File.FileId}/original"));
        await edge.Send("returns", "RECEIPTH.HEN", ReturnFiles.Of("2", "13", BundleTexts.StationCode, "202412", new SentBack(claims[0], ReturnFiles.SearchNumber(1))));
        Assert.Equal("imported", (await biller.ReturnFile("returns")).Outcome);

        time.Advance(TimeSpan.FromDays(30));
        var card = (await biller.Get<SheetDetail>($"months/{Month}/sheet?patient=P2")).Tables.Single(t => t.Name == "insuranceCards").Rows[0].Key;
        await biller.Save(await biller.Row(Month, "insuranceCards", "P2", card), ("branchNumber", "02"));
        var anew = await BuiltForKokuho();
        Assert.Equal(2, anew.File.Claims);
        using var asked = await biller.PostAsJsonAsync($"claim-files/{anew.File.FileId}/resubmission", new ResubmissionRequest(null));
        var answer = (await asked.Content.ReadFromJsonAsync<ResubmissionAnswer>())!;
        Assert.Equal(["RT0424"], answer.Findings.Select(f => f.Code));

        var again = await biller.FileWhen(answer.File!.FileId, ClaimFileState.Checked);
        Assert.Equal((1, 0, "202412"), (again.File.Claims!.Value, again.File.Errors!.Value, again.ClaimMonth));
        Assert.Contains(ReturnFiles.SearchNumber(1), Encoding.Latin1.GetString(await biller.GetByteArrayAsync($"claim-files/{again.File.FileId}/original")), StringComparison.Ordinal);
    }

    /// <summary>The whole month built anew holds what the payer has: it is sealed only when somebody says why, and what came back does not count.</summary>
    [Fact]
    public async Task The_month_itself_goes_out_again_only_with_a_reason() {
        using var device = await station.Device();
        using var edge = await device.Client();
        var first = await BuiltForKokuho();
        await biller.Seal(first.File.FileId);
        await edge.PlaceSealed(time.GetUtcNow());
        await biller.FileWhen(first.File.FileId, ClaimFileState.SeenUnchanged);
        var anew = await BuiltForKokuho();
        Assert.Equal(("sent-before", true), await Refused(anew, "1番、2番"));

        var claims = ReturnFiles.ClaimLines(await biller.GetByteArrayAsync($"claim-files/{first.File.FileId}/original"));
        await edge.Send("returns", "RECEIPTH.HEN", ReturnFiles.Of("2", "13", BundleTexts.StationCode, "202412", new SentBack(claims[0], ReturnFiles.SearchNumber(1))));
        Assert.Equal("imported", (await biller.ReturnFile("returns")).Outcome);
        Assert.Equal(("sent-before", true), await Refused(anew, "1件あります（2番）"));
        Assert.Equal(ClaimFileState.Checked, (await biller.File(anew.File.FileId)).File.State);

        using var answer = await biller.PostAsJsonAsync($"claim-files/{anew.File.FileId}/seal", new SealRequest("前のものは取下げを依頼済み"));
        Assert.True(answer.IsSuccessStatusCode);
        Assert.EndsWith("送信済みのレセプト1件を承知で送ります：前のものは取下げを依頼済み", (await biller.File(anew.File.FileId)).Chain.Single(l => l.Kind == "sealed").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_with_the_same_claims_sealed_at_once_one_is() {
        string[] files = [(await BuiltForKokuho()).File.FileId, (await BuiltForKokuho()).File.FileId];
        var answers = await Task.WhenAll(files.Select(f => biller.PostAsync($"claim-files/{f}/seal", null)));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Equal("sent-before", (await Task.FromResult(answers.Single(a => !a.IsSuccessStatusCode)).Refusal()).Code);
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<(string Code, bool Named)> Refused(ClaimFileDetail file, string claims) {
        var refusal = await biller.PostAsync($"claim-files/{file.File.FileId}/seal", null).Refusal();
        return (refusal.Code, refusal.Title.Contains(claims, StringComparison.Ordinal));
    }

    private async Task<ClaimFileDetail> BuiltForKokuho() {
        using var started = await biller.PostAsync($"months/{Month}/builds", null);
        var build = (await started.Content.ReadFromJsonAsync<ClaimBuildDetail>())!;
        var done = await Eventually.Get($"build {build.BuildId} ended", async () =>
            await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}") is { State: not ClaimBuildState.Running } now ? now : null);
        return await biller.FileWhen(done.Files.Single(f => f.Payer == "2").FileId, ClaimFileState.Checked);
    }
}
