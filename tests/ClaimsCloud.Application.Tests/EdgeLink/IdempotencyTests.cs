using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

/// <summary>Any call of a connector may be repeated: the receipt is the same, and the effect is there once.</summary>
public sealed class IdempotencyTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HarnessDevice device = null!;
    private HttpClient edge = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        station = await cloud.OpenStation();
        device = await station.Device();
        edge = await device.Client();
    }

    [Fact]
    public async Task An_event_that_is_sent_many_times_at_once_counts_once() {
        var (fileId, job) = await SealedJob();
        var happened = new JobEvent("e1", JobEventKind.Fetched, job.Sha256, CloudHarness.Start, null);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await (await edge.Report(job.JobId, happened)).Content.ReadFromJsonAsync<EdgeReceipt>())!));
        Assert.Single(receipts.Select(r => (r.ReceiptId, r.At, r.Sha256)).Distinct());
        Assert.Single(receipts, r => !r.Duplicate);
        using var biller = station.Biller();
        Assert.Single((await biller.FileWhen(fileId, ClaimFileState.Fetched)).Chain, l => l.Kind == "fetched");
    }

    [Fact]
    public async Task The_same_event_key_with_other_content_is_refused() {
        var (_, job) = await SealedJob();
        var happened = new JobEvent("e1", JobEventKind.Fetched, job.Sha256, CloudHarness.Start, null);
        (await edge.Report(job.JobId, happened)).EnsureSuccessStatusCode();
        Assert.Equal("key-reused", (await edge.Report(job.JobId, happened with { At = CloudHarness.Start.AddSeconds(1) }).Refusal()).Code);
        Assert.Equal("key-reused", (await edge.Report(job.JobId, happened with { Kind = JobEventKind.Placed }).Refusal()).Code);
    }

    [Fact]
    public async Task An_event_out_of_order_or_with_other_bytes_is_refused_and_moves_nothing() {
        var (fileId, job) = await SealedJob();
        var illegal = await edge.Report(job.JobId, new("e1", JobEventKind.SeenUnchanged, job.Sha256, CloudHarness.Start, null)).Refusal();
        Assert.Equal(("illegal-transition", "状態「受取待ち」から「配置確認済み」へは進めません。"), (illegal.Code, illegal.Title));
        Assert.Equal("hash-differs", (await edge.Report(job.JobId, new("e2", JobEventKind.Fetched, new('0', 64), CloudHarness.Start, null)).Refusal()).Code);
        Assert.Equal("bad-request", (await edge.Report(job.JobId, new("e3", JobEventKind.Refused, null, CloudHarness.Start, "患者 花子")).Refusal()).Code);
        using var biller = station.Biller();
        Assert.Equal(ClaimFileState.Sealed, (await biller.File(fileId)).File.State);
    }

    [Fact]
    public async Task A_file_that_is_sent_many_times_at_once_is_kept_once() {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => edge.Send("k1", "memo.txt", [1, 2, 3])));
        Assert.Single(receipts.Select(r => (r.ReceiptId, r.At, r.Sha256)).Distinct());
        Assert.Single(receipts, r => !r.Duplicate);
        using var biller = station.Biller();
        Assert.Equal("asked", (await biller.ReturnFile("k1")).Outcome);
        Assert.Single((await biller.ReturnFiles()).Items);
    }

    [Fact]
    public async Task The_same_content_key_with_other_content_is_refused() {
        await edge.Send("k1", "memo.txt", [1, 2, 3]);
        Assert.Equal(("key-reused", 409), Both(await edge.TrySend("k1", "memo.txt", [1, 2, 4]).Refusal()));
        Assert.Equal(("key-reused", 409), Both(await edge.TrySend("k1", "other.txt", [1, 2, 3]).Refusal()));
        Assert.Equal(("hash-differs", 409), Both(await edge.TrySend("k1", "memo.txt", [1, 2, 4], Calls.Hash([1, 2, 3])).Refusal()));
    }

    [Fact]
    public async Task Bytes_that_are_not_the_announced_ones_leave_nothing_and_the_key_stays_free() {
        Assert.Equal(("hash-differs", 409), Both(await edge.TrySend("k1", "memo.txt", [1, 2], Calls.Hash([1, 2, 3])).Refusal()));
        Assert.False((await edge.Send("k1", "memo.txt", [1, 2, 3])).Duplicate);
    }

    [Theory]
    [InlineData("k:1", "a.txt")]
    [InlineData("k1", "a/b.txt")]
    [InlineData("k1", "..\\b.txt")]
    [InlineData("k1", "")]
    public async Task A_key_or_name_outside_the_rule_is_refused(string key, string name) =>
        Assert.Equal("bad-request", (await edge.TrySend(key, name, [1]).Refusal()).Code);

    public async ValueTask DisposeAsync() {
        edge.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<(string FileId, EdgeJob Job)> SealedJob() {
        using var biller = station.Biller();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        await biller.Seal(file.FileId);
        return (file.FileId, Assert.Single((await edge.Work()).Jobs));
    }

    private static (string, int) Both(Refusal refusal) => (refusal.Code, refusal.Status);
}
