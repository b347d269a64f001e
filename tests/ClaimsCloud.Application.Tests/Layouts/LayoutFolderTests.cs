using System.Net;
using System.Security.Cryptography;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions;
using ClaimsCloud.Functions.Operations;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tests.Layouts;

/// <summary>A folder of before under the host and the command of today, and one of a later program.</summary>
public sealed class LayoutFolderTests : IDisposable {
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly TemporaryFolder folder = new();
    private readonly GatewayTokens tokens = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_of_before_moves_forward_keeps_its_data_and_moves_back_to_what_it_was() {
        FolderOfBefore.Make(folder.Path, "here", CloudHarness.Start);
        var before = FolderOfBefore.Dump(folder.Path);
        Assert.Equal((0, "this program writes layout 3 readable from 2|platform layout 1 readable from 1|tenant/here layout 1 readable from 1"), await Command());
        Assert.Equal(before, FolderOfBefore.Dump(folder.Path));

        await using (var stores = EmbeddedStores.Open(folder.Path, TimeProvider.System, new())) {
            var moves = await MoveStores.AtStart(stores, new(stores, TimeProvider.System, new RandomIds()), Stop).ToListAsync(Stop);
            Assert.Equal(["tenant/here 10", "platform 0", "tenant/here 0", "platform 0"], moves.Select(m => $"{m.Scope} {m.Rows}"));
            var sheets = await stores.Open(Here).Documents.Query(new IndexQuery<Sheet>(Sheet.Kind, Sheet.ByMonth, IndexRange.All, QueryOrder.Ascending, 10), Stop);
            Assert.Equal(["", "P1", "a|b", "p-123"], sheets.Items.Select(s => s.Value.Patient).Order(StringComparer.Ordinal));
        }

        // Four sheets, four of the history (the station's names nobody) and two answers.
        var (code, said) = await Command("--To", "1");
        Assert.Equal((0, "all layout 1 readable from 1"), (code, said.Split('|')[^1]));
        Assert.Contains("tenant/here layout 2 readable from 2 -> layout 1 readable from 1 rows 10", said, StringComparison.Ordinal);
        Assert.Equal(before, FolderOfBefore.Dump(folder.Path));
    }

    [Fact]
    public async Task A_host_moves_its_folder_at_its_start() {
        FolderOfBefore.Make(folder.Path, "here", CloudHarness.Start);
        await using (var host = Host()) {
            await host.App.StartAsync(Stop);
            await host.App.StopAsync(Stop);
        }
        Assert.Equal((0, "this program writes layout 3 readable from 2|platform layout 3 readable from 2|tenant/here layout 3 readable from 2"), await Command());
        Assert.Contains("trace TEXT", FolderOfBefore.Dump(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_moves_one_tenant_says_what_it_did_and_refuses_what_there_is_not() {
        FolderOfBefore.Make(folder.Path, "here", CloudHarness.Start);
        Assert.Equal((0, "tenant/here layout 1 readable from 1 -> layout 3 readable from 2 rows 10|tenant/here layout 3 readable from 2"), await Command("--To", "3", "--Tenant", "here"));
        Assert.Equal((0, "this program writes layout 3 readable from 2|platform layout 1 to 3 readable from 2|tenant/here layout 3 readable from 2"), await Command());
        Assert.Equal((0, "all layout 3 readable from 2"), (await Command("--To", "3") is var (code, text) ? code : 1, text.Split('|')[^1]));
        Assert.Equal((0, "all layout 3 readable from 2"), await Command("--To", "3"));
        foreach (var wrong in (string[][])[["--To", "4"], ["--To", "0"], ["--To", "x"], ["--To", "3", "--Tenant", "nobody"]]) Assert.Equal(1, (await Command(wrong)).Code);
    }

    [Fact]
    public async Task A_folder_of_a_later_program_does_not_start_and_is_not_touched() {
        FolderOfBefore.Make(folder.Path, "here", CloudHarness.Start);
        FolderOfBefore.Change(folder.Path, null, "PRAGMA user_version = 9009008");
        var before = FolderOfBefore.Dump(folder.Path);
        for (var i = 0; i < 2; i++)
            Assert.Contains("The store of platform has layout 9 readable from 8, and this program knows layouts up to 3.", Assert.Throws<StoreLayoutException>(Host).Message, StringComparison.Ordinal);
        Assert.Equal((1, ""), await Command());
        Assert.Equal(before, FolderOfBefore.Dump(folder.Path));
    }

    [Fact]
    public async Task A_tenant_of_a_later_program_keeps_no_other_from_its_messages() {
        await using var cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        var (late, other) = (await cloud.OpenStation(), await cloud.OpenStation("7654321"));
        foreach (var station in (HarnessStation[])[late, other]) {
            using var biller = station.Biller();
            using var first = await biller.GetAsync(new Uri(PortalRoutes.ClaimFiles, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }
        await cloud.WhileStopped(root => {
            FolderOfBefore.Change(root, late.Tenant, "PRAGMA user_version = 9009009");
            return Task.CompletedTask;
        });
        using var refused = late.Biller();
        using var served = other.Biller();
        using var answer = await refused.GetAsync(new Uri(PortalRoutes.ClaimFiles, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        using var good = await served.GetAsync(new Uri(PortalRoutes.ClaimFiles, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        // The first sweep went past it, to the end of the list.
        await Eventually.Holds("the sweep said so", () => Task.FromResult(cloud.Log.Any(line => line.Contains("could not be swept", StringComparison.Ordinal))));
    }

    public void Dispose() {
        tokens.Dispose();
        folder.Dispose();
    }

    private FunctionsHost Host() {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return FunctionsHost.Build(new(folder.Path, "http://127.0.0.1:0", tokens.PublicKeyPem, key.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) { Logging = logging => logging.ClearProviders() });
    }

    private async Task<(int Code, string Said)> Command(params string[] arguments) {
        await using var said = new StringWriter();
        var code = await LayoutCommand.Run(FunctionsSettings.Read(["--DataFolder", folder.Path, "--StoreKeysFile", "none", .. arguments]), said, TextWriter.Null, Stop);
        return (code, said.ToString().TrimEnd().ReplaceLineEndings("|"));
    }
}
