using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions;
using ClaimsCloud.Functions.Operations;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Tenants;

/// <summary>A station leaves the real service by the operator's command, and comes back.</summary>
public sealed class RemoveStationTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private readonly TemporaryFolder archives = new();
    private CloudHarness cloud = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await CloudHarness.Run(time);

    public async ValueTask DisposeAsync() {
        await cloud.DisposeAsync();
        archives.Dispose();
    }

    [Fact]
    public async Task It_leaves_with_all_that_is_its_own_and_comes_back_as_it_was() {
        var leaving = await cloud.OpenStation();
        var staying = await cloud.OpenStation("7654321");
        using var device = await leaving.Device();
        string file;
        ClaimFileDetail before;
        using (var biller = leaving.Biller()) {
            file = (await biller.UploadAndCheck(SampleFiles.Claims(2, name: _ => "架空　花代"))).FileId;
            before = await biller.Seal(file);
        }
        using (var other = staying.Biller()) await other.UploadAndCheck(SampleFiles.Claims(1, "7654321", name: _ => "別人　太郎"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(leaving)).StatusCode);

        var archive = Path.Combine(archives.Path, "left.zip");
        var (code, said) = await Command("--Tenant", leaving.Tenant, "--File", archive);
        Assert.Equal(0, code);
        Assert.Matches("^seal [0-9a-f]{64} documents [0-9]+ messages [0-9]+ consumed [0-9]+ blobs [0-9]+ bytes [0-9]+$", said);
        Assert.NotEqual(HttpStatusCode.OK, (await SignIn(leaving)).StatusCode);
        using (var biller = leaving.Biller()) Assert.Equal("forbidden", (await biller.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        using (var anybody = cloud.Client()) Assert.NotEqual(HttpStatusCode.OK, (await anybody.PostAsJsonAsync(EdgeRoutes.Token, new TokenRequest(device.Assertion()), Stop)).StatusCode);
        using (var desk = cloud.Desk()) {
            Assert.Equal([staying.Tenant], (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Items.Select(s => s.StationId));
        }
        using (var engineer = cloud.Engineer())
            Assert.Equal([AuditAct.StationRemoved, AuditAct.StationLeft], (await engineer.Get<AuditPage>($"{AuditRoutes.PlatformLog}?search={leaving.Tenant}")).Items.Select(r => r.Act).Where(a => a is AuditAct.StationRemoved or AuditAct.StationLeft));
        using (var other = staying.Biller()) Assert.Single((await other.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Items);
        // Not in a free page, not in a write-ahead log: the names are out of the folder.
        Assert.Empty(await cloud.InStores(["架空　花代"], Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(932)!));
        Assert.Equal((1, ""), await Command("--Tenant", leaving.Tenant, "--File", Path.Combine(archives.Path, "again.zip")));
        Assert.False(File.Exists(Path.Combine(archives.Path, "again.zip")));
        var archived = await File.ReadAllBytesAsync(archive, Stop);
        Assert.Equal((1, ""), await Command("--Tenant", staying.Tenant, "--File", archive));
        Assert.Equal(archived, await File.ReadAllBytesAsync(archive, Stop));
        using (var other = staying.Biller()) Assert.Single((await other.Get<Page<ClaimFileRow>>(PortalRoutes.ClaimFiles)).Items);

        await cloud.WithStores(async stores => {
            await using var from = File.OpenRead(archive);
            Assert.True((await RestoreTenant.Handle(from, said.Split(' ')[1], stores, Stop)).Succeeded(out var proof, out _));
            Assert.Equal(said, TenantArchiveCommand.Line(proof!));
        });
        Assert.Equal(HttpStatusCode.OK, (await SignIn(leaving)).StatusCode);
        using var back = leaving.Biller();
        Assert.Equal(before.Chain, (await back.File(file)).Chain);
        using var edge = await device.Client();
        await edge.PlaceSealed(time.GetUtcNow());
    }

    /// <summary>Another node removes it, and this one has the fleet in memory.</summary>
    [Fact]
    public async Task The_desk_forgets_it_and_knows_it_again_when_it_is_back() {
        await using var stores = EmbeddedStores.Open(archives.Path, time, new());
        var (at, ids) = (stores.Open(ScopeName.Platform), new SeededIds(1));
        var platform = new PlatformScope(at.Documents, at.Blobs, time, ids);
        using var fleet = new FleetMemory(platform);
        foreach (var name in (string[])["leaving", "staying"])
            await platform.Commit(platform.Batch().Create(Tenant.Kind, name, new Tenant(name, "1234567", time.GetUtcNow())).Create(StationProjection.Kind, name, Seen(name)), Stop);
        Assert.Equal(2, (await fleet.Read(Stop)).Count);

        using var archive = new MemoryStream();
        var work = RemoveStation.Handle(new("leaving"), archive, stores, time, ids, Stop);
        await Eventually.Holds("it is removed", () => {
            time.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(work.IsCompleted);
        });
        Assert.True((await work).Succeeded(out var proof, out _));
        Assert.Equal(["staying"], (await fleet.Read(Stop)).Select(s => s.Key));
        using (var late = new FleetMemory(platform)) Assert.Equal(["staying"], (await late.Read(Stop)).Select(s => s.Key));

        Assert.True((await RestoreTenant.Handle(archive, proof!.Seal, stores, Stop)).Succeeded(out _, out _));
        time.Advance(TimeSpan.FromMinutes(1));
        var back = (await platform.Documents.Get(StationProjection.Kind, "leaving", Stop))!;
        await platform.Commit(platform.Batch().Replace(back, Seen("leaving")), Stop);
        Assert.Equal(["leaving", "staying"], (await fleet.Read(Stop)).Select(s => s.Key).Order());

        StationProjection Seen(string name) => new(name, new Dictionary<string, ConnectorSeen>(), 0, 0, []) { ChangedAt = time.GetUtcNow() };
    }

    private async Task<HttpResponseMessage> SignIn(HarnessStation station) {
        using var gateway = cloud.Gateway();
        return await gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, HarnessStation.Password), Stop);
    }

    private async Task<(int Code, string Said)> Command(params string[] arguments) {
        await using var said = new StringWriter();
        var code = 0;
        await cloud.WhileStopped(async folder => {
            var work = RemoveStationCommand.Run(FunctionsSettings.Read(["--DataFolder", folder, "--StoreKeysFile", "none", .. arguments]), said, TextWriter.Null, time, Stop);
            await Eventually.Holds("the command is at its end", () => {
                time.Advance(TimeSpan.FromSeconds(30));
                return Task.FromResult(work.IsCompleted);
            });
            code = await work;
        });
        return (code, said.ToString().TrimEnd());
    }
}
