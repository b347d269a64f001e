using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

/// <summary>A file in parts: whatever is sent twice, too early or too late, the file is there once and whole.</summary>
public sealed class FilePartTests : IAsyncLifetime {
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7 % 251))];
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

    public async ValueTask DisposeAsync() {
        edge.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Parts_make_the_file_although_each_is_sent_twice_and_the_host_restarts_between_them(int seed) {
        var random = new Random(seed);
        for (long at = 0; at < Content.Length;) {
            var length = random.Next(1, 400);
            var progress = await Send(at, Content.AsSpan((int)at).ToArray()[..Math.Min(length, Content.Length - (int)at)]);
            Assert.Equal(progress, await Send(at, [1, 2, 3]));
            at = progress.Received;
            if (random.Next(2) != 0) continue;
            await cloud.Restart();
            edge.Dispose();
            edge = await device.Client();
            Assert.Equal(at, (await Progress()).Received);
        }
        Assert.Equal("parts-missing", (await End("other").Refusal()).Code);
        var receipt = await Read<EdgeReceipt>(await End("k1"));
        Assert.Equal(Calls.Hash(Content), receipt.Sha256);
        Assert.Equal(receipt with { Duplicate = true }, await Read<EdgeReceipt>(await End("k1")));
        Assert.Equal(receipt with { Duplicate = true }, (await Progress()).Receipt);
        Assert.Equal(receipt with { Duplicate = true }, await edge.Send("k1", "scan.pdf", Content));
        using var biller = station.Biller();
        Assert.Equal(Content.Length, (await biller.ReturnFile("k1")).Size);
        Assert.Single((await biller.ReturnFiles()).Items);
    }

    [Fact]
    public async Task A_part_at_another_offset_is_told_where_to_go_on_and_changes_nothing() {
        Assert.Equal(0, (await Send(500, Content[500..])).Received);
        await Send(0, Content[..400]);
        Assert.Equal(400, (await Send(500, Content[500..])).Received);
        Assert.Equal("parts-missing", (await End("k1").Refusal()).Code);
    }

    [Fact]
    public async Task Parts_that_are_not_the_announced_bytes_are_forgotten_and_the_file_begins_anew() {
        await Send(0, Content[..999]);
        await Send(999, [(byte)(Content[999] ^ 1)]);
        Assert.Equal("hash-differs", (await End("k1").Refusal()).Code);
        Assert.Equal(0, (await Progress()).Received);
        await Send(0, Content);
        Assert.Equal(Calls.Hash(Content), (await Read<EdgeReceipt>(await End("k1"))).Sha256);
    }

    [Fact]
    public async Task More_bytes_than_announced_or_none_are_refused() {
        Assert.Equal("bad-request", (await Try(0, [.. Content, 1]).Refusal()).Code);
        Assert.Equal("bad-request", (await Try(0, []).Refusal()).Code);
        Assert.Equal("bad-request", (await Try(-1, Content).Refusal()).Code);
        Assert.Equal(0, (await Progress()).Received);
    }

    [Fact]
    public async Task A_file_signed_by_another_device_is_refused() {
        using var other = await station.Device("別のPC");
        var proof = Uri.EscapeDataString(other.Sign(EdgeProof.OfFile("k1", "a.csv", Calls.Hash(Content))));
        Assert.Equal("proof-refused", (await edge.PostAsync($"edge/files/k1?name=a.csv&sha256={Calls.Hash(Content)}&proof={proof}", new ByteArrayContent(Content)).Refusal()).Code);
        proof = Uri.EscapeDataString(device.Sign(EdgeProof.OfFile("k1", "a.csv", Calls.Hash(Content))));
        (await edge.PostAsync($"edge/files/k1?name=a.csv&sha256={Calls.Hash(Content)}&proof={proof}", new ByteArrayContent(Content))).EnsureSuccessStatusCode();
    }

    private Task<HttpResponseMessage> Try(long offset, byte[] part) =>
        edge.PostAsync($"edge/files/k1/parts?offset={offset}&size={Content.Length}&sha256={Calls.Hash(Content)}", new ByteArrayContent(part));

    private async Task<FileProgress> Send(long offset, byte[] part) => await Read<FileProgress>(await Try(offset, part));

    private Task<FileProgress> Progress() => edge.Get<FileProgress>("edge/files/k1/progress");

    private Task<HttpResponseMessage> End(string key) => edge.PostAsync($"edge/files/{key}/end?name=scan.pdf&sha256={Calls.Hash(Content)}", null);

    private static async Task<T> Read<T>(HttpResponseMessage answer) {
        using (answer) {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<T>())!;
        }
    }
}
