using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Application.Tests.Guards;

public sealed class HostTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run();
        station = await cloud.OpenStation();
    }

    [Fact]
    public void Nothing_in_DI_reaches_a_store_without_a_scope() {
        using var scope = cloud.Host.App.Services.CreateScope();
        foreach (var type in (Type[])[typeof(IStores), typeof(IDocuments), typeof(IBlobs), typeof(IOutbox), typeof(TenantDirectory), typeof(ScopeStores)])
            Assert.Null(scope.ServiceProvider.GetService(type));
        Assert.NotNull(scope.ServiceProvider.GetService<DeskScope>());
        // Outside a call there is no tenant, and asking for one is a mistake rather than a default.
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetService<TenantScope>());
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read() {
        using var device = await station.Device();
        using var edge = await device.Client();
        using var biller = station.Biller();
        await IsTooLarge(edge, $"edge/files/k?name=a.csv&sha256={new string('0', 64)}", BodyLimit.EdgeFile);
        await IsTooLarge(biller, $"{PortalRoutes.ClaimFiles}?name=a.uke", BodyLimit.ClaimFile);
        await IsTooLarge(edge, EdgeRoutes.Work, BodyLimit.Json);
        Assert.Empty((await biller.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Items);
    }

    [Theory]
    [InlineData("{", "application/json", "bad-request")]
    [InlineData("", "application/json", "bad-request")]
    [InlineData("null", "application/json", "bad-request")]
    [InlineData("{\"WaitSeconds\":\"x\"}", "application/json", "bad-request")]
    [InlineData("{}", "text/plain", "media-type")]
    public async Task A_body_that_cannot_be_read_is_a_problem_with_a_code(string body, string type, string code) {
        using var device = await station.Device();
        using var edge = await device.Client();
        Assert.Equal(code, (await edge.PostAsync(EdgeRoutes.Work, new StringContent(body, System.Text.Encoding.UTF8, type)).Refusal()).Code);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_no_file() {
        using var biller = station.Biller();
        await Assert.ThrowsAnyAsync<Exception>(() => biller.PostAsync($"{PortalRoutes.ClaimFiles}?name=a.uke", new Announced(1_000_000, breaksAfter: 300_000)));
        await cloud.Restart();
        using var after = station.Biller();
        Assert.Empty((await after.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Items);
    }

    [Fact]
    public async Task States_are_words_on_the_wire() {
        using var biller = station.Biller();
        var file = await biller.Upload(SampleFiles.Claims());
        Assert.Matches("\"state\":\"(Received|Checking|Checked)\"", await biller.GetStringAsync($"{PortalRoutes.ClaimFiles}/{file.FileId}"));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private static async Task IsTooLarge(HttpClient client, string address, long limit) {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new Announced(limit + 1) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;
        Assert.Equal("too-large", (await client.SendAsync(request).Refusal()).Code);
    }

    /// <summary>Announces a length and breaks off before it is reached.</summary>
    private sealed class Announced(long length, int breaksAfter = 0) : HttpContent {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) {
            await stream.WriteAsync(new byte[breaksAfter]);
            await stream.FlushAsync();
            throw new IOException("The cable is out.");
        }

        protected override bool TryComputeLength(out long computed) {
            computed = length;
            return true;
        }
    }
}
