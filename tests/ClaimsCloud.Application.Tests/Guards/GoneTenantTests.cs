using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>A tenant that is taken out of the directory while its people, its connector and the vendor hold what opened it a moment ago.</summary>
public sealed class GoneTenantTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation();
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_opened_a_tenant_opens_nothing_after_it_is_gone_and_breaks_nothing(bool restarted) {
        Assert.True((await cloud.Host.AddDeskAccount("taro", "窓口 太郎", "also a password", Stop)).Succeeded(out var supporter, out _));
        using var device = await station.Device();
        var deviceToken = (await device.Token()).Token;
        using var gateway = cloud.Gateway();
        var session = (await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, HarnessStation.Password), Stop).Read<SignInAnswer>()).SessionId!;
        string grant;
        using (var admin = station.WithSession(session)) {
            var file = await admin.UploadAndCheck(SampleFiles.Claims());
            grant = (await admin.PostAsJsonAsync(GrantRoutes.Grants, new GrantRequest("taro", file.FileId), Stop).Read<GrantRow>()).GrantId;
        }

        var platform = cloud.Host.App.Services.GetRequiredService<PlatformScope>();
        var entry = (await platform.Documents.Get(Tenant.Kind, station.Tenant, Stop))!;
        await platform.Commit(platform.Batch().Delete(entry), Stop);
        if (restarted) await cloud.Restart();
        // A process that had it open believes the directory for a minute.
        else time.Advance(TimeSpan.FromMinutes(1));

        using (var admin = station.WithSession(session)) {
            Assert.Equal("forbidden", (await admin.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
            Assert.Equal("forbidden", (await admin.PostAsync($"{PortalRoutes.ClaimFiles}?name=a", new ByteArrayContent([1]), Stop).Refusal()).Code);
        }
        using (var edge = cloud.Client(() => deviceToken)) {
            Assert.Equal("forbidden", (await edge.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.0.0", 0, 12, [], 0), Stop).Refusal()).Code);
            Assert.Equal("forbidden", (await edge.TrySend("k1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList()).Refusal()).Code);
        }
        using (var anybody = cloud.Client()) {
            var again = await anybody.PostAsJsonAsync(EdgeRoutes.Token, new TokenRequest(device.Assertion()), Stop);
            Assert.True(again.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        }
        using (var taro = cloud.Client(() => cloud.Tokens.Make(time.GetUtcNow(), supporter!, InternalToken.DeskRole, null)))
            foreach (var route in ClaimsCloudModules.Table().Http.Where(r => r.Access == Access.Granted && r.Method == "GET"))
                Assert.Equal("not-found", (await taro.GetAsync(Routing.Fill(route.Route, name => name switch { "stationId" => station.Tenant, "grantId" => grant, _ => "none" }), Stop).Refusal()).Code);
        using (var gate = cloud.Gateway()) {
            var answer = await gate.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, HarnessStation.Password), Stop);
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        }
        // The desk, who sees all stations, goes on.
        using var desk = cloud.Desk();
        await desk.Get<FleetView>(FleetRoutes.Stations);
    }
}
