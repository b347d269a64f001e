using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.EdgeLink;

public sealed class EnrolmentTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(name: "さくら野訪問看護ステーション");
    }

    [Fact]
    public async Task A_code_is_typed_as_people_type_and_the_installer_sees_the_station() {
        var code = await station.EnrolmentCode();
        Assert.Matches($"^[{EnrolmentTicket.Alphabet}]{{4}}-[{EnrolmentTicket.Alphabet}]{{4}}-[{EnrolmentTicket.Alphabet}]{{4}}$", code);
        using var device = new HarnessDevice(cloud);
        var answer = await Enrol($" {code.ToLowerInvariant().Replace("-", " ")} ", device.PublicKey);
        Assert.Equal("さくら野訪問看護ステーション", (await answer.Content.ReadFromJsonAsync<EnrolAnswer>())?.StationName);
        using var biller = station.Biller();
        var row = await Eventually.Get("the connector is listed", async () => (await biller.Get<List<ConnectorRow>>(PortalRoutes.Connectors)).SingleOrDefault());
        Assert.Equal(("受付のPC", null), (row.Name, row.LastSeen));
    }

    [Fact]
    public async Task The_same_code_and_key_give_the_same_device_and_another_key_is_refused() {
        var code = await station.EnrolmentCode();
        using var device = new HarnessDevice(cloud);
        using var other = new HarnessDevice(cloud);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++) ids.Add((await (await Enrol(code, device.PublicKey)).Content.ReadFromJsonAsync<EnrolAnswer>())!.DeviceId);
        Assert.Single(ids.Distinct());
        Assert.Equal(("code-used", 409), await Refused(code, other.PublicKey));
    }

    [Fact]
    public async Task Of_many_devices_with_one_code_exactly_one_gets_in() {
        var code = await station.EnrolmentCode();
        var devices = Enumerable.Range(0, 8).Select(_ => new HarnessDevice(cloud)).ToList();
        var answers = await Task.WhenAll(devices.Select(d => Enrol(code, d.PublicKey)));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        devices.ForEach(d => d.Dispose());
    }

    [Fact]
    public async Task A_code_ends_after_a_quarter_of_an_hour_also_for_the_device_that_used_it() {
        var (used, unused) = (await station.EnrolmentCode(), await station.EnrolmentCode());
        using var device = new HarnessDevice(cloud);
        (await Enrol(used, device.PublicKey)).EnsureSuccessStatusCode();
        time.Advance(EnrolmentTicket.Life);
        Assert.Equal(("code-refused", 403), await Refused(unused, device.PublicKey));
        Assert.Equal(("code-refused", 403), await Refused(used, device.PublicKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA-AAAA-AAAA")]
    [InlineData("OOOO-0000-1111")]
    [InlineData("日本語")]
    public async Task A_code_that_nobody_made_is_refused(string code) {
        using var device = new HarnessDevice(cloud);
        Assert.Equal(("code-refused", 403), await Refused(code, device.PublicKey));
    }

    [Fact]
    public async Task Only_a_P256_key_and_a_name_will_do() {
        var code = await station.EnrolmentCode();
        using var bigger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var good = new HarnessDevice(cloud);
        foreach (var key in (string[])["", "not base64", "AAAA", Convert.ToBase64String(bigger.ExportSubjectPublicKeyInfo()), good.PublicKey + "AAAA"])
            Assert.Equal(("invalid-key", 400), await Refused(code, key));
        Assert.Equal(("invalid-key", 400), await Refused(code, good.PublicKey, " "));
        Assert.Equal(("invalid-key", 400), await Refused(code, good.PublicKey, new('x', 65)));
        (await Enrol(code, good.PublicKey)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_code_is_nowhere_in_the_stores_or_the_log() {
        var code = await station.EnrolmentCode();
        using var device = new HarnessDevice(cloud);
        (await Enrol(code, device.PublicKey)).EnsureSuccessStatusCode();
        Assert.DoesNotContain(cloud.Log, line => line.Contains(code, StringComparison.OrdinalIgnoreCase) || line.Contains(code.Replace("-", ""), StringComparison.OrdinalIgnoreCase));
        Assert.False(await cloud.StoresContain(code));
        Assert.False(await cloud.StoresContain(code.Replace("-", "")));
        Assert.True(await cloud.StoresContain(device.PublicKey[..SameInEveryKey]), "the search of the stores finds nothing at all");
    }

    /// <summary>The head of a P-256 key in Base64; behind it may stand a plus, which JSON writes in another way.</summary>
    private const int SameInEveryKey = 36;

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private async Task<HttpResponseMessage> Enrol(string code, string key, string name = "受付のPC") {
        using var client = cloud.Client();
        return await client.PostAsJsonAsync(EdgeRoutes.Enrol, new EnrolRequest(code, key, name));
    }

    private async Task<(string, int)> Refused(string code, string key, string name = "受付のPC") {
        var refusal = await Enrol(code, key, name).Refusal();
        return (refusal.Code, refusal.Status);
    }
}
