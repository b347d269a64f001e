using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Submissions;

public sealed class SealTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        station = await cloud.OpenStation();
    }

    [Fact]
    public async Task A_file_with_an_error_is_refused_and_says_so_on_its_page() {
        using var biller = station.Biller();
        var file = await biller.UploadAndCheck(SampleFiles.WithErrors());
        var detail = await biller.File(file.FileId);
        Assert.True(detail.File.Errors > 0);
        Assert.False(detail.Sealable);
        var refusal = await biller.PostAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/seal", null).Refusal();
        Assert.Equal(("has-errors", detail.WhyNotSealable), (refusal.Code, refusal.Title));
        Assert.Equal(ClaimFileState.Checked, (await biller.File(file.FileId)).File.State);
    }

    [Fact]
    public async Task Of_many_who_seal_at_once_one_does_and_there_is_one_job() {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => biller.PostAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/seal", null)));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.All(answers.Where(a => !a.IsSuccessStatusCode), a => Assert.Equal(409, (int)a.StatusCode));
        Assert.Single((await edge.Work()).Jobs);
        Assert.Single((await biller.File(file.FileId)).Chain, l => l.Kind == "sealed");
    }

    [Fact]
    public async Task After_a_refused_placement_a_person_seals_again_and_the_old_job_is_over() {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        var first = Assert.Single((await edge.Work()).Jobs);
        await edge.Report(first, JobEventKind.Refused, cloud.Time.GetUtcNow());
        var refused = await biller.FileWhen(file.FileId, ClaimFileState.PlaceRefused);
        Assert.True(refused.Sealable);
        Assert.Contains("folder-missing", refused.Chain[^1].Detail);

        await biller.Seal(file.FileId);
        var second = await edge.PlaceSealed(cloud.Time.GetUtcNow());
        Assert.NotEqual((first.JobId, first.Folder), (second.JobId, second.Folder));
        var seen = await biller.FileWhen(file.FileId, ClaimFileState.SeenUnchanged);
        Assert.Equal(["received", "checked", "sealed", "refused", "sealed", "fetched", "placed", "seen"], seen.Chain.Select(l => l.Kind));
    }

    [Fact]
    public async Task Random_commands_over_http_follow_the_model_and_keep_every_link() {
        for (var seed = 0; seed < 4; seed++) await RandomCommands(new Random(seed));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    /// <summary>Whatever is asked in whatever order: an answer of success means the next state and its link, a refusal means that nothing changed.</summary>
    private async Task RandomCommands(Random random) {
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        var (links, state, jobs) = (new List<string> { "received", "checked" }, ClaimFileState.Checked, new List<EdgeJob>());
        for (var step = 0; step < 25; step++) {
            jobs.AddRange((await edge.Work()).Jobs.Where(j => jobs.All(known => known.JobId != j.JobId)));
            var command = random.Next(5);
            if (command == 4) {
                using var answer = await biller.PostAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}/seal", null);
                if (answer.IsSuccessStatusCode) (state, _) = (ClaimFileState.Sealed, Added(links, "sealed"));
            } else if (jobs.Count > 0) {
                var (job, kind) = (jobs[random.Next(jobs.Count)], (JobEventKind)command);
                using var answer = await edge.Report(job.JobId, new($"{step}", kind, kind == JobEventKind.Refused ? null : job.Sha256, cloud.Time.GetUtcNow(), kind == JobEventKind.Refused ? "disk-full" : null));
                if (answer.IsSuccessStatusCode && job == jobs[^1])
                    (state, _) = kind switch {
                        JobEventKind.Fetched => (ClaimFileState.Fetched, Added(links, "fetched")),
                        JobEventKind.Placed => (ClaimFileState.Placed, Added(links, "placed")),
                        JobEventKind.SeenUnchanged => (ClaimFileState.SeenUnchanged, Added(links, "seen")),
                        _ => (ClaimFileState.PlaceRefused, Added(links, "refused")),
                    };
            }
            var now = await biller.FileWhen(file.FileId, state);
            Assert.Equal(links, now.Chain.Select(l => l.Kind));
        }
    }

    private static int Added(List<string> links, string kind) {
        links.Add(kind);
        return links.Count;
    }
}
