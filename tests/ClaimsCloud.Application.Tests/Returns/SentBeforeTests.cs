using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Returns;

/// <summary>What was sent before is looked for in the files of the same months alone: a late claim (月遅れ) in a file of another month must be among them.</summary>
public sealed class SentBeforeTests : IAsyncLifetime {
    private const string June = "202406", July = "202407";
    private CloudHarness cloud = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(new(2024, 8, 5, 1, 0, 0, TimeSpan.Zero)));
        biller = (await cloud.OpenStation("1234567")).Biller();
    }

    [Theory]
    [InlineData(June, "june", "sent-before")]
    [InlineData(July, "july", "sent-before")]
    [InlineData(July, "june", null)]
    [InlineData(June, "other", null)]
    public async Task A_claim_of_either_month_of_a_sealed_file_is_known_again(string month, string chart, string? refused) {
        await Seal(await Checked((June, "june"), (July, "july")));
        var again = biller.PostAsync($"claim-files/{await Checked((month, chart))}/seal", null);
        if (refused is null) Assert.True((await again).IsSuccessStatusCode);
        else Assert.Equal(refused, (await again.Refusal()).Code);
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task Seal(string fileId) {
        using var answer = await biller.PostAsync($"claim-files/{fileId}/seal", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Checked(params (string Month, string Chart)[] claims) {
        var lines = claims.Index().SelectMany(c => PlainClaims.Claim(c.Index + 1, chart: c.Item.Chart).Select(line => line.Replace(June, c.Item.Month, StringComparison.Ordinal)));
        return (await biller.UploadAndCheck(UkeText.Bytes($"{PlainClaims.Header.Replace(July, "202408", StringComparison.Ordinal)}\n{string.Join('\n', lines)}\nGO\n␚"))).FileId;
    }
}
