using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Desk;

/// <summary>A part of the product is closed to one station and opened again: that station, that part, at once, and nothing of its data changes.</summary>
public sealed class FeatureTests : IAsyncLifetime {
    private CloudHarness cloud = null!;
    private HarnessStation one = null!;
    private HarnessStation other = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        (one, other) = (await cloud.OpenStation(), await cloud.OpenStation("7654321"));
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task What_is_switched_off_is_closed_to_that_station_alone() {
        using var admin = one.Admin();
        using var neighbour = other.Admin();
        var rules = await admin.Get<EligibilityRules>(EligibilityRoutes.Rules);
        Assert.All(await Features(one), f => Assert.Equal((true, null), (f.On, f.At)));

        var rows = await Switch(one, Feature.Eligibility, on: false);
        Assert.Equal((false, "端末の入れ替えまで", cloud.Time.GetUtcNow()), rows.Where(f => f.Feature == Feature.Eligibility).Select(f => (f.On, f.Why, f.At!.Value)).Single());
        Assert.True(rows.Single(f => f.Feature == Feature.PersonalData).On);
        foreach (var route in (string[])[EligibilityRoutes.Rules, EligibilityRoutes.Files]) {
            Assert.Equal("feature-off", (await admin.GetAsync(route).Refusal()).Code);
            (await neighbour.GetAsync(route)).EnsureSuccessStatusCode().Dispose();
        }
        Assert.Equal("feature-off", (await admin.PostAsJsonAsync(EligibilityRoutes.Rules, rules).Refusal()).Code);
        foreach (var route in (string[])[PortalRoutes.ClaimFiles, PrivacyRoutes.Holds]) (await admin.GetAsync(route)).EnsureSuccessStatusCode().Dispose();

        await Switch(one, Feature.PersonalData, on: false);
        Assert.Equal("feature-off", (await admin.GetAsync(PrivacyRoutes.Holds).Refusal()).Code);
        await Switch(one, Feature.Eligibility, on: true);
        Assert.Equal(rules, await admin.Get<EligibilityRules>(EligibilityRoutes.Rules));
        Assert.Equal("feature-off", (await admin.GetAsync(PrivacyRoutes.Holds).Refusal()).Code);

        using var engineer = cloud.Engineer();
        var log = (await engineer.Get<AuditPage>($"{AuditRoutes.PlatformLog}?act={AuditAct.FeatureSwitched}")).Items;
        Assert.Equal(["Eligibility:on", "PersonalData:off", "Eligibility:off"], log.Select(e => e.Why));
        Assert.All(log, e => Assert.Equal("engineer-person", e.Actor));
    }

    [Fact]
    public async Task A_switch_needs_a_part_a_reason_and_a_station() {
        using var engineer = cloud.Engineer();
        Assert.Equal("invalid-switch", (await engineer.PostAsJsonAsync(At(one.Tenant), new FeatureSwitch(Feature.Eligibility, false, " ")).Refusal()).Code);
        Assert.Equal("invalid-switch", (await engineer.PostAsJsonAsync(At(one.Tenant), new FeatureSwitch(null, false, "理由")).Refusal()).Code);
        Assert.Equal("invalid-switch", (await engineer.PostAsJsonAsync(At(one.Tenant), new FeatureSwitch(Feature.Eligibility, false, new string('あ', 201))).Refusal()).Code);
        Assert.Equal("not-found", (await engineer.PostAsJsonAsync(At("nobody"), new FeatureSwitch(Feature.Eligibility, false, "理由")).Refusal()).Code);
        Assert.All(await Features(one), f => Assert.True(f.On));
    }

    private async Task<List<FeatureRow>> Features(HarnessStation station) {
        using var desk = cloud.Desk();
        return await desk.Get<List<FeatureRow>>(At(station.Tenant));
    }

    private async Task<List<FeatureRow>> Switch(HarnessStation station, Feature feature, bool on) {
        using var engineer = cloud.Engineer();
        using var answer = await engineer.PostAsJsonAsync(At(station.Tenant), new FeatureSwitch(feature, on, "端末の入れ替えまで"));
        return (await answer.Content.ReadFromJsonAsync<List<FeatureRow>>())!;
    }

    private static string At(string stationId) => FeatureRoutes.Features.Replace("{stationId}", stationId, StringComparison.Ordinal);
}
