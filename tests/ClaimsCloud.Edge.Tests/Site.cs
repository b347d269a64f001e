using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Relay;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A station with its terminal, its person and its connector's folder, enrolled in a real cloud.</summary>
internal sealed class Site : IAsyncDisposable {
    private readonly TemporaryFolder _folder = new();
    private readonly HarnessStation _station;
    private readonly CancellationTokenSource _ending = new();
    private Task _person = Task.CompletedTask;

    private Site(HarnessStation station, string stationCode, string? data) {
        _station = station;
        Data = data ?? Path.Combine(_folder.Path, "connector");
        Terminal = new("試験", Directory.CreateDirectory(Path.Combine(_folder.Path, "out")).FullName, Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName);
        File = UkeText.Sample("demo-station-a");
        var code = UkeText.Bytes(stationCode);
        code.CopyTo(File, File.AsSpan().IndexOf(","u8) + "1,13,6,".Length + 1);
    }

    public Terminal Terminal { get; }
    public OnlineClaimsSystem ClosedNetwork { get; } = new(TimeProvider.System);
    public byte[] File { get; }
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(File));
    public string Data { get; }

    /// <summary>Everything but the enrolment.</summary>
    /// <param name="data">The connector's folder, when it is there already.</param>
    public static async Task<Site> Prepare(CloudHarness cloud, int number, string? data = null) {
        var code = $"{1_000_000 + number}";
        return new Site(await cloud.OpenStation(code), code, data);
    }

    /// <param name="address">The cloud as the connector knows it, when that is another one.</param>
    /// <param name="data">The connector's folder, when it is there already.</param>
    public static async Task<Site> Open(CloudHarness cloud, int number, Uri? address = null, RelaySettings? relay = null, string? data = null) {
        var site = await Prepare(cloud, number, data);
        await Enrolment.Enrol(new EdgeSettings(address ?? cloud.Address, "", "", site.Terminal.Out, site.Terminal.In) { Relay = relay }, await site.EnrolmentCode(), "受付のPC", site.Data, CancellationToken.None);
        return site;
    }

    public Task<string> EnrolmentCode() => _station.EnrolmentCode();

    public void PersonArrives() => _person = new AutomaticPerson(ClosedNetwork, Terminal, CrashHost.Scan, TimeProvider.System).Run(_ending.Token);

    /// <summary>Uploads the claim file, waits for its check, seals it; the same claims as often as it is asked.</summary>
    public async Task<string> Seal() {
        using var biller = _station.Biller();
        using var uploaded = await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(File));
        uploaded.EnsureSuccessStatusCode();
        var id = (await uploaded.Content.ReadFromJsonAsync<ClaimFileRow>())!.FileId;
        await Until(async () => (await Detail(id)).Sealable, async () => $"the file is {(await Detail(id)).File.State}, {(await Detail(id)).WhyNotSealable}");
        using var answer = await biller.PostAsJsonAsync(PortalRoutes.Seal.Replace("{fileId}", id, StringComparison.Ordinal), new SealRequest("試験のため"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    public async Task<ClaimFileDetail> Detail(string fileId) {
        using var biller = _station.Biller();
        return (await biller.GetFromJsonAsync<ClaimFileDetail>(PortalRoutes.ClaimFile.Replace("{fileId}", fileId, StringComparison.Ordinal)))!;
    }

    /// <summary>Everything in the terminal's folder except the mark by which the connector knows it again.</summary>
    public IEnumerable<string> FilesOnTerminal() =>
        Directory.GetFiles(Terminal.Out, "*", SearchOption.AllDirectories).Where(f => f != Path.Combine(Terminal.Out, ".claimscloud", "connector")).Order(StringComparer.Ordinal);

    /// <summary>As a cloned disk has it.</summary>
    public string CopyOfData() {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, "copy")).FullName;
        foreach (var file in Directory.GetFiles(Data).Where(f => Path.GetFileName(f) is not ("in-use" or "running"))) System.IO.File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public HttpClient Biller() => _station.Biller();

    public async Task<IReadOnlyList<ReturnFileRow>> Returns() {
        using var biller = _station.Biller();
        return (await biller.GetFromJsonAsync<Page<ReturnFileRow>>(PortalRoutes.ReturnFiles))!.Items;
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
