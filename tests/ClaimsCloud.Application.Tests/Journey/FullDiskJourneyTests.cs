using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>
/// Upload, check and seal on a disk that has less room each time than the journey needs, so that it is full at another write each time: in the blob, in a commit of the station or of the
/// platform, in the work of the pump. Then there is room again, and the same host goes on.
/// </summary>
public sealed class FullDiskJourneyTests {
    /// <summary>Claims in a file, and what is added to the room from one round to the next: a small file, and one whose rows are more than a pipe holds. The full run takes smaller steps.</summary>
    private static readonly (int Claims, int Step)[] Files = Environment.GetEnvironmentVariable("CLAIMS_DISK_STEPS") is null ? [(2, 36 * 1024), (400, 400 * 1024)] : [(2, 4 * 1024), (400, 16 * 1024)];

    /// <summary>The persons are the same in every round.</summary>
    private const string WhyAgain = "満杯の試験";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journey_over_a_full_disk_stops_wherever_it_is_full_loses_nothing_and_goes_on_when_there_is_room() {
        if (await OnSmallDisk.Here() is not { } disk) return;
        var time = new ManualTime(CloudHarness.Start);
        await using var cloud = await CloudHarness.Run(time);
        var station = await cloud.OpenStation();
        using var device = await station.Device();
        var (refused, waited) = (0, 0);
        var done = new List<string>();
        foreach (var (claims, step) in Files)
        for (var (free, untouched) = (0, 0); untouched < 2; free += step) {
            // What the round before left in the write-ahead logs would be room.
            await cloud.Restart();
            using var biller = station.Biller();
            using var anybody = cloud.Client();
            Assert.Equal(done.Count, await Kept(biller));
            var before = (refused, waited);
            disk.LeaveFree(free);

            var bytes = SampleFiles.Claims(claims, chart: i => $"{free + i}");
            var fileId = await Try(biller, free);
            Assert.Equal("ok", (await anybody.GetStringAsync("health", Stop)).Replace("store-full", "ok", StringComparison.Ordinal));
            if (fileId is not null) {
                // Longer than it takes to park a message that is bad.
                for (var i = 0; i < 50 && !await IsThrough(biller, fileId); i++) time.Advance(TimeSpan.FromSeconds(30));
                if (!await IsThrough(biller, fileId)) waited++;
                else if (!await TrySeal(biller, fileId)) refused++;
            } else refused++;
            // All that was answered for before can be read.
            foreach (var id in done) Assert.Equal(ClaimFileState.Sealed, (await biller.File(id)).File.State);

            disk.MakeRoom();
            fileId ??= (await biller.Upload(bytes)).FileId;
            await Eventually.Holds($"with {free} bytes of room it was not checked after there was room again", async () => {
                time.Advance(TimeSpan.FromSeconds(5));
                return await IsThrough(biller, fileId);
            });
            if ((await biller.File(fileId)).File.State == ClaimFileState.Checked) await biller.Seal(fileId, WhyAgain);
            Assert.Equal(["received", "checked", "sealed"], (await biller.File(fileId)).Chain.Select(l => l.Kind));
            Assert.Equal(bytes, await biller.GetByteArrayAsync($"{PortalRoutes.ClaimFiles}/{fileId}/original", Stop));
            await Eventually.Holds("the host says that it is well", async () => {
                time.Advance(TimeSpan.FromSeconds(5));
                return await anybody.GetStringAsync("health", Stop) == "ok";
            });
            done.Add(fileId);
            TestContext.Current.TestOutputHelper?.WriteLine($"{claims} claims, {free} bytes of room: {refused - before.refused} refused, {waited - before.waited} waited");
            untouched = before == (refused, waited) ? untouched + 1 : 0;

            async Task<string?> Try(HttpClient by, int room) {
                using var answer = await by.PostAsync($"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(bytes), Stop);
                if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<ClaimFileRow>(Stop))!.FileId;
                await IsFull(answer);
                Assert.Equal(done.Count, await Kept(by));
                return null;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{done.Count} rounds: {refused} refused, {waited} waited");
        Assert.True(refused > 3 && waited > 0, $"{done.Count} rounds: {refused} refused, {waited} waited");
        Assert.Equal(done.Order(), (await Work()).Order());
        Assert.DoesNotContain(cloud.Log, line => line.Contains("is parked", StringComparison.Ordinal));
        // One line when it begins, not one a call, and no traces of the stack.
        Assert.InRange(cloud.Log.Count(line => line.Contains("store full", StringComparison.Ordinal)), 1, done.Count * 4);
        Assert.DoesNotContain(cloud.Log, line => line.Contains("\n   at ", StringComparison.Ordinal));

        async Task<bool> TrySeal(HttpClient biller, string fileId) {
            using var answer = await biller.PostAsJsonAsync($"{PortalRoutes.ClaimFiles}/{fileId}/seal", new SealRequest(WhyAgain), Stop);
            if (!answer.IsSuccessStatusCode) await IsFull(answer);
            return answer.IsSuccessStatusCode;
        }

        async Task<IEnumerable<string>> Work() {
            using var edge = await device.Client();
            using var biller = station.Biller();
            var files = new Dictionary<string, string>();
            foreach (var id in done) files.Add((await biller.File(id)).Sha256, id);
            var found = new List<string>();
            while ((await edge.Work()).Jobs is { Count: > 0 } jobs)
                foreach (var job in jobs) {
                    found.Add(files[job.Sha256]);
                    await edge.Report(job, JobEventKind.Fetched, time.GetUtcNow());
                }
            return found;
        }
    }

    private static async Task IsFull(HttpResponseMessage answer) {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "30"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        Assert.Equal("store-full", (await answer.Content.ReadFromJsonAsync<Refusal>(Stop))!.Code);
    }

    private static async Task<bool> IsThrough(HttpClient biller, string fileId) => (await biller.File(fileId)).File.State is ClaimFileState.Checked or ClaimFileState.Sealed;

    private static async Task<int> Kept(HttpClient biller) => (int)(await biller.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Total;
}
