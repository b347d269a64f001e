using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

public sealed class TokenTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessDevice device = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        device = await (await cloud.OpenStation()).Device();
    }

    [Fact]
    public async Task A_sound_assertion_gives_a_token_and_the_server_time() {
        var token = await device.Token();
        Assert.Equal((time.GetUtcNow(), time.GetUtcNow().AddMinutes(15)), (token.ServerTime, token.ExpiresAt));
        using var edge = cloud.Client(() => token.Token);
        Assert.Empty((await edge.Work()).Jobs);
    }

    [Fact]
    public async Task An_assertion_is_good_once_also_when_sent_many_times_at_once() {
        var assertion = device.Assertion();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ask(assertion)));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        await cloud.Restart();
        await IsRefused(assertion);
    }

    [Fact]
    public async Task Every_bent_assertion_is_refused() {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = await (await cloud.OpenStation()).Device();
        await IsRefused(device.Assertion(signer: stranger));
        await IsRefused(device.Assertion(issuer: other.DeviceId));
        await IsRefused(device.Assertion(issuer: "no-such-device"));
        await IsRefused(device.Assertion(audience: "claimscloud-internal"));
        await IsRefused(device.Assertion(life: TimeSpan.FromMinutes(6)));
        await IsRefused(device.Assertion(life: TimeSpan.FromMinutes(-1)));
        await IsRefused(device.Assertion(jti: new('x', 201)));
        await IsRefused("");
        await IsRefused("a.b.c");
        await IsRefused(Unsigned(device.Assertion()));
    }

    [Fact]
    public async Task What_can_no_longer_be_used_is_forgotten_by_the_timer_and_stays_refused() {
        var assertion = device.Assertion();
        (await Ask(assertion)).EnsureSuccessStatusCode();
        time.Advance(TimeSpan.FromHours(2));
        await IsRefused(assertion);
        (await Ask(device.Assertion())).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync() {
        device.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<HttpResponseMessage> Ask(string assertion) {
        using var client = cloud.Client();
        return await client.PostAsJsonAsync(EdgeRoutes.Token, new TokenRequest(assertion));
    }

    private async Task IsRefused(string assertion) {
        var refusal = await Ask(assertion).Refusal();
        Assert.Equal(("assertion-refused", 401), (refusal.Code, refusal.Status));
    }

    /// <summary>The same claims under a header that asks for no signature.</summary>
    private static string Unsigned(string assertion) =>
        $"{System.Buffers.Text.Base64Url.EncodeToString("{\"alg\":\"none\"}"u8)}.{assertion.Split('.')[1]}.";
}
