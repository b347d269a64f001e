using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A station with its terminal, its person and its connector's folder, enrolled in a real cloud.</summary>
internal sealed class Site : IAsyncDisposable {
    private readonly TemporaryFolder _folder = new();
    private readonly HarnessStation _station;
    private readonly CancellationTokenSource _ending = new();
    private Task _person = Task.CompletedTask;

    private Site(HarnessStation station, string stationCode) {
        _station = station;
        Terminal = new("試験", Directory.CreateDirectory(Path.Combine(_folder.Path, "out")).FullName, Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName);
        File = UkeText.Sample("demo-station-a");
        var code = UkeText.Bytes(stationCode);
        code.CopyTo(File, File.AsSpan().IndexOf(","u8) + "1,13,6,".Length + 1);
    }

    public Terminal Terminal { get; }
    public OnlineClaimsSystem ClosedNetwork { get; } = new(TimeProvider.System);
    public byte[] File { get; }
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(File));
    public string Data => Path.Combine(_folder.Path, "connector");

    /// <summary>Everything but the enrolment.</summary>
    public static async Task<Site> Prepare(CloudHarness cloud, int number) {
        var code = $"{1_000_000 + number}";
        return new Site(await cloud.OpenStation(code), code);
    }

    public static async Task<Site> Open(CloudHarness cloud, int number, Uri? address = null) {
        var site = await Prepare(cloud, number);
        await Enrolment.Enrol(address ?? cloud.Address, await site.EnrolmentCode(), "受付のPC", site.Data, site.Terminal.Out, site.Terminal.In, CancellationToken.None);
        return site;
    }

    public Task<string> EnrolmentCode() => _station.EnrolmentCode();

    public void PersonArrives() => _person = new AutomaticPerson(ClosedNetwork, Terminal, CrashHost.Scan, TimeProvider.System).Run(_ending.Token);

    /// <summary>Uploads the claim file, waits for its check, seals it.</summary>
    public async Task<string> Seal() {
        using var biller = _station.Biller();
        using var uploaded = await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(File));
        uploaded.EnsureSuccessStatusCode();
        var id = (await uploaded.Content.ReadFromJsonAsync<ClaimFileRow>())!.FileId;
        await Until(async () => (await Detail(id)).Sealable, async () => $"the file is {(await Detail(id)).File.State}, {(await Detail(id)).WhyNotSealable}");
        using var answer = await biller.PostAsync(PortalRoutes.Seal.Replace("{fileId}", id, StringComparison.Ordinal), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    public async Task<ClaimFileDetail> Detail(string fileId) {
        using var biller = _station.Biller();
        return (await biller.GetFromJsonAsync<ClaimFileDetail>(PortalRoutes.ClaimFile.Replace("{fileId}", fileId, StringComparison.Ordinal)))!;
    }

    public async Task<ConnectorRow> Connector() {
        using var biller = _station.Biller();
        return Assert.Single((await biller.GetFromJsonAsync<List<ConnectorRow>>(PortalRoutes.Connectors))!);
    }

    /// <summary>Waits for a condition; the limit is far beyond what a loaded machine needs, and the failure says what was there instead.</summary>
    public static async Task Until(Func<Task<bool>> condition, Func<Task<string>> instead) {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition()) {
            if (limit.IsCancellationRequested) Assert.Fail(await instead());
            await Task.Delay(CrashHost.Scan);
        }
    }

    public async ValueTask DisposeAsync() {
        await _ending.CancelAsync();
        await _person;
        _ending.Dispose();
        _folder.Dispose();
    }
}
