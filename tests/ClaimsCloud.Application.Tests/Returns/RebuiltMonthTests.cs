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

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<ClaimFileDetail> BuiltForKokuho() {
        using var started = await biller.PostAsync($"months/{Month}/builds", null);
        var build = (await started.Content.ReadFromJsonAsync<ClaimBuildDetail>())!;
        var done = await Eventually.Get($"build {build.BuildId} ended", async () =>
            await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}") is { State: not ClaimBuildState.Running } now ? now : null);
        return await biller.FileWhen(done.Files.Single(f => f.Payer == "2").FileId, ClaimFileState.Checked);
    }
}
