using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Functions;
using ClaimsCloud.Functions.Operations;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>Stores that hosts share: the command moves them, a host looks and leaves them as they are.</summary>
public sealed class LayoutStartTests(AzureServers servers) : IAsyncLifetime {
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly AzureData data = AzureData.On(servers);
    private readonly GatewayTokens tokens = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>As a program without stamps left it.</summary>
    public async ValueTask InitializeAsync() {
        await using var stores = await data.Open(TimeProvider.System, new());
        await stores.Open(Here).Rows.Write(KindsOfBefore.Rows(CloudHarness.Start)[1], Stop);
        await stores.Open(ScopeName.Platform).Documents.Commit(new Batch(new RandomIds()).Create(Tenant.Kind, "here", new Tenant("いぶき訪問看護ステーション", "1234567", CloudHarness.Start)), Stop);
        foreach (var scope in (ScopeName[])[Here, ScopeName.Platform]) await stores.Open(scope).Rows.SetLayout(ScopeLayout.First, Stop);
    }

    [Fact]
    public async Task A_host_starts_over_stores_of_before_and_the_command_moves_them_beside_it() {
        await using (var host = Host()) {
            await host.App.StartAsync(Stop);
            Assert.Equal("platform layout 1 readable from 1|tenant/here layout 1 readable from 1", await Command());
            Assert.EndsWith("|all layout 3 readable from 2", await Command("--To", "3"), StringComparison.Ordinal);
            await host.App.StopAsync(Stop);
        }
        Assert.Equal("platform layout 3 readable from 2|tenant/here layout 3 readable from 2", await Command());
    }

    [Fact]
    public async Task A_host_does_not_start_over_stores_of_a_later_program() {
        await using (var stores = await data.Open(TimeProvider.System, new())) await stores.Open(ScopeName.Platform).Rows.SetLayout(new(9, 9, 8), Stop);
        await using var host = Host();
        Assert.Contains("layout 9 readable from 8", (await Assert.ThrowsAsync<StoreLayoutException>(() => host.App.StartAsync(Stop))).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() {
        await data.Delete();
        tokens.Dispose();
    }

    private FunctionsHost Host() {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return FunctionsHost.Build(new("", "http://127.0.0.1:0", tokens.PublicKeyPem, key.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) {
            Stores = (time, signal) => new AzureStores(data.Settings, time, signal), Logging = logging => logging.ClearProviders(),
        });
    }

    /// <summary>What it said, without the line about this program.</summary>
    private async Task<string> Command(params string[] arguments) {
        await using var said = new StringWriter();
        var at = data.Settings;
        Assert.Equal(0, await LayoutCommand.Run(
            FunctionsSettings.Read(["--Cosmos", at.Cosmos, "--Blobs", at.Blobs, "--Database", at.Database, "--BlobNamesKey", at.BlobNamesKey, .. arguments]), said, TextWriter.Null, Stop));
        return string.Join('|', said.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("this program", StringComparison.Ordinal)));
    }
}
