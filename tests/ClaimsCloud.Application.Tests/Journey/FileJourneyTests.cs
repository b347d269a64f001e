using System.Net.Http.Headers;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>One file from upload to 請求確定, through the real host.</summary>
public sealed class FileJourneyTests {
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_file_goes_all_the_way_and_every_link_of_its_chain_is_there() {
        await using var cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        var station = await cloud.OpenStation();
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var bytes = SampleFiles.Claims(3, name: i => $"看護　花子{(char)('Ａ' + i)}");

        var file = await biller.UploadAndCheck(bytes);
        Assert.All((await biller.Findings(file.FileId)).Items, finding => Assert.Equal("hint", finding.Severity));
        Assert.Equal((3, 0, (long?)83250), (file.Claims, file.Errors, file.TotalYen));
        var sealedFile = await biller.Seal(file.FileId);
        Assert.Equal((ClaimFileState.Sealed, Calls.Hash(bytes), "202407", "1"), (sealedFile.File.State, sealedFile.Sha256, sealedFile.ClaimMonth, sealedFile.Payer));

        var job = Assert.Single((await edge.Work()).Jobs);
        Assert.Equal(("RECEIPTH.UKE", Calls.Hash(bytes), bytes.Length), (job.FileName, job.Sha256, job.Size));
        Assert.Matches("^202407-s-[0-9a-z]{8}$", job.Folder);
        Assert.Equal(bytes, await Content(edge, job, null));
        Assert.Equal(bytes[100..200], await Content(edge, job, new(100, 199)));
        await edge.PlaceSealed(cloud.Time.GetUtcNow().AddSeconds(-3));

        await biller.FileWhen(file.FileId, ClaimFileState.SeenUnchanged);
        await edge.Send("list-1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList(details: [("２", "3129", "未就学者の年齢ではありません")]));
        await biller.FileWhen(file.FileId, ClaimFileState.Answered);
        Assert.Equal(["accepted", "attention", "accepted"], (await biller.Claims(file.FileId)).Items.Select(c => c.PayerAnswer));
        Assert.Equal("3129 未就学者の年齢ではありません　該当項目", (await biller.Claims(file.FileId)).Items[1].PayerMessage);

        await edge.Send("list-2", SampleFiles.ConfirmationName(), SampleFiles.ConfirmationList(decisions: [(1, "1"), (2, "2"), (3, "1")]));
        var confirmed = await biller.FileWhen(file.FileId, ClaimFileState.Confirmed);
        Assert.Equal(["received", "checked", "sealed", "fetched", "placed", "seen", "answered", "confirmed"], confirmed.Chain.Select(l => l.Kind));
        Assert.All(confirmed.Chain.Take(6), link => Assert.Equal(Calls.Hash(bytes), link.Sha256));
        Assert.All(confirmed.Chain.Skip(3).Take(3), link => Assert.Equal((device.DeviceId, (DateTimeOffset?)cloud.Time.GetUtcNow().AddSeconds(-3)), (link.Actor, link.SiteTime)));
        Assert.Equal([station.PersonId, "system", station.PersonId], confirmed.Chain.Take(3).Select(l => l.Actor));
        Assert.Equal("請求確定の対象外／3129 未就学者の年齢ではありません　該当項目", (await biller.Claims(file.FileId)).Items[1].PayerMessage);
        Assert.Equal(bytes, await biller.GetByteArrayAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/original", Stop));
    }

    [Fact]
    public async Task A_restart_between_any_two_steps_changes_nothing() {
        await using var cloud = await CloudHarness.Run();
        var station = await cloud.OpenStation();
        using var device = await station.Device();
        string fileId;
        using (var biller = station.Biller()) fileId = (await biller.Upload(SampleFiles.Claims())).FileId;
        await cloud.Restart();
        using (var biller = station.Biller()) {
            await biller.FileWhen(fileId, ClaimFileState.Checked);
            await biller.Seal(fileId);
        }
        await cloud.Restart();
        EdgeJob job;
        var at = cloud.Time.GetUtcNow();
        using (var edge = await device.Client()) {
            job = Assert.Single((await edge.Work()).Jobs);
            await edge.Report(job, JobEventKind.Fetched, at);
        }
        await cloud.Restart();
        using (var edge = await device.Client()) {
            Assert.True((await edge.Report(job, JobEventKind.Fetched, at)).Duplicate);
            await edge.Report(job, JobEventKind.Placed, at);
            await edge.Send("list-1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        }
        await cloud.Restart();
        using (var biller = station.Biller()) {
            var answered = await biller.FileWhen(fileId, ClaimFileState.Answered);
            Assert.Equal(["received", "checked", "sealed", "fetched", "placed", "answered"], answered.Chain.Select(l => l.Kind));
        }
    }

    private static async Task<byte[]> Content(HttpClient edge, EdgeJob job, RangeItemHeaderValue? range) {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"edge/jobs/{job.JobId}/content");
        if (range is not null) request.Headers.Range = new() { Ranges = { range } };
        using var answer = await edge.SendAsync(request, Stop);
        Assert.Equal(range is null ? 200 : 206, (int)answer.StatusCode);
        if (range is not null) Assert.Equal($"bytes {range.From}-{range.To}/{job.Size}", answer.Content.Headers.ContentRange?.ToString());
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }
}
