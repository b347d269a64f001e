using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Desk;

public sealed class FleetTests : IAsyncLifetime {
    private CloudHarness cloud = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    [Fact]
    public async Task A_station_of_the_console_moves_as_its_file_does_and_its_money_is_counted() {
        var station = await cloud.OpenStation();
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        using var desk = cloud.Desk();
        var health = new EdgeHealth("start", "Windows 11", null, new(2025, 1, 20), null, 50_000, 0, 0, "0011223344556677");
        (await edge.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.2.0", 0, 12, [], 0, Health: health), Stop)).EnsureSuccessStatusCode();
        var file = await biller.UploadAndCheck(SampleFiles.Claims());
        var unsent = await Row(desk, r => r.Claims.AtRiskYen > 0 && r.State == "healthy");
        Assert.Equal((file.TotalYen, "notSent"), (unsent.Claims.AtRiskYen, unsent.Claims.State));
        await biller.Seal(file.FileId);
        Assert.Equal(cloud.Time.GetUtcNow(), (await Row(desk, r => r.OldestUnacknowledged is not null)).OldestUnacknowledged);
        await edge.PlaceSealed(cloud.Time.GetUtcNow());
        var placed = await Row(desk, r => r.OldestUnacknowledged is null && r.LastGood.ContainsKey("claimFile"));
        Assert.Equal(cloud.Time.GetUtcNow(), placed.LastGood["claimFile"]);
        await edge.Send("list", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        Assert.True((await Row(desk, r => r.LastGood.ContainsKey("results"))).LastGood["results"] == cloud.Time.GetUtcNow());

        var detail = await desk.Get<FleetStation>($"{FleetRoutes.Stations}/{station.Tenant}");
        Assert.Equal(new DateOnly(2025, 1, 20), Assert.Single(detail.Connectors).Health!.CertificateEnds);
        Assert.Equal("seenUnchanged", Assert.Single(detail.Jobs).State);
        Assert.Equal(1, (await desk.Get<CalendarView>(FleetRoutes.Calendar)).Months.Single(m => m.Month == "202501").Claims);
        // A new certificate is out of its month with the next word of its connector.
        (await edge.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.2.0", 0, 12, [], 0, Health: health with { CertificateEnds = new(2028, 4, 20) }), Stop)).EnsureSuccessStatusCode();
        await Eventually.Holds("the renewed certificate is later", async () => await desk.Get<CalendarView>(FleetRoutes.Calendar) is { Later: 1 } view && view.Months.Sum(m => m.Claims) == 0);
    }

    [Fact]
    public async Task Every_station_of_a_fleet_is_in_one_state_the_urgent_ones_first_and_a_change_is_there_at_the_next_look() {
        await cloud.SeedFleet(130);
        using var desk = cloud.Desk();
        var all = await Rows(desk, "");
        Assert.Equal(130, all.Count);
        var view = await desk.Get<FleetView>(FleetRoutes.Stations);
        Assert.Equal((130, 130), (view.States.Values.Sum(), view.Months.Values.Sum()));
        Assert.All(view.States.Values.Concat(view.Months.Values), count => Assert.True(count > 0));
        var open = all.TakeWhile(r => r.Claims.State != "confirmed").ToList();
        Assert.DoesNotContain(all.Skip(open.Count), r => r.Claims.State != "confirmed");
        Assert.Equal(open.OrderByDescending(r => r.Claims.AtRiskYen / r.Claims.HoursLeft).Select(r => r.Claims.AtRiskYen), open.Select(r => r.Claims.AtRiskYen));
        foreach (var (state, count) in view.States) Assert.Equal(count, (await Rows(desk, $"?state={state}")).Count);
        Assert.All(await Rows(desk, "?search=けやき&month=notSent"), r => Assert.True(r.StationName.Contains("けやき") && r.Claims.State == "notSent"));

        var station = all[^1].StationId;
        var contract = new ContractRow("SHINKO", "ipsec", "0120-000-000", 9, 17, false, 4, 16, [], 2090, null);
        Assert.Equal("invalid-contract", (await desk.PostAsJsonAsync($"{FleetRoutes.Stations}/{station}/contract", contract with { To = 9 }, Stop).Refusal()).Code);
        (await desk.PostAsJsonAsync($"{FleetRoutes.Stations}/{station}/contract", contract, Stop)).EnsureSuccessStatusCode();
        Assert.Equal("SHINKO", (await desk.Get<FleetStation>($"{FleetRoutes.Stations}/{station}")).Contract!.Partner);
    }

    [Fact]
    public async Task The_watch_remembers_states_opens_renewals_outside_the_billing_days_and_makes_tickets_of_lasting_alarms() {
        ((ManualTime)cloud.Time).Advance(TimeSpan.FromDays(10));
        await cloud.SeedFleet(60);
        using var desk = cloud.Desk();
        var troubled = (await Rows(desk, "?state=troubled"))[0];
        var station = await desk.Get<FleetStation>($"{FleetRoutes.Stations}/{troubled.StationId}");
        Assert.Contains(station.History, h => h.What == "state:troubled");
        Assert.Contains(station.Tickets, t => t.Source != "station");
        var calendar = await desk.Get<CalendarView>(FleetRoutes.Calendar);
        Assert.Equal(Enumerable.Range(1, 60).Count(n => n % 10 != 9) + Enumerable.Range(1, 60).Count(n => n % 10 != 9 && n % 2 == 0), calendar.Ended + calendar.Later + calendar.Months.Sum(m => m.Claims + m.Care));
        var renewal = calendar.Renewals[0];
        Assert.All(calendar.Renewals, r => Assert.True(r.Ends.AddDays(-120) <= r.OpenedOn && r.OpenedOn.Day > 12 && r.ChangeBy.Day > 12));
        using var applied = await desk.PostAsJsonAsync($"desk/renewals/{renewal.RenewalId}", new RenewalMove("applied"), Stop);
        Assert.Equal("applied", (await applied.Content.ReadFromJsonAsync<RenewalRow>(Stop))!.State);
        Assert.Equal("illegal-transition", (await desk.PostAsJsonAsync($"desk/renewals/{renewal.RenewalId}", new RenewalMove("open"), Stop).Refusal()).Code);
        var alerts = await desk.Get<AlertView>(FleetRoutes.Alerts);
        Assert.Equal(alerts.Alerts.Total, alerts.Levels.Values.Sum());
        Assert.Equal(alerts.Alerts.Items.Select(a => Array.IndexOf(["lead", "call", "desk", "digest"], a.Level)).Order(), alerts.Alerts.Items.Select(a => Array.IndexOf(["lead", "call", "desk", "digest"], a.Level)));
        var figures = await desk.Get<FiguresView>(FleetRoutes.Figures);
        Assert.Equal(figures.Funnel.Select(f => f.Reached).OrderDescending(), figures.Funnel.Select(f => f.Reached));
        Assert.NotEmpty(figures.Lead);
        Assert.True(figures.Holders.Sum(h => h.Cases) >= figures.Funnel.Sum(f => f.Waiting) && figures.Funnel.Sum(f => f.Waiting) > 0);
        Assert.All(figures.Months, m => Assert.True(m.Rates.Answered == 0 || m.Rates.Clean is > 0 and <= 1));
    }

    [Fact]
    public async Task The_duty_dates_of_the_desks_book_show_who_fulfils_them_also_while_there_is_no_station() {
        using var desk = cloud.Desk();
        for (var look = 0; look < 2; look++) Assert.Equal((0, 0), Eligibility(await desk.Get<CalendarView>(FleetRoutes.Calendar)));
        await cloud.SeedFleet(30);
        using var later = cloud.Desk();
        Assert.Equal((Enumerable.Range(1, 30).Count(n => n % 3 != 0 && n % 10 != 9 && n % 11 != 0), 30), Eligibility(await later.Get<CalendarView>(FleetRoutes.Calendar)));

        static (int? Done, int? All) Eligibility(CalendarView view) => view.Duties.Single(d => d.Date == new DateOnly(2024, 12, 2)) is var duty ? (duty.Done, duty.Done + duty.Open) : default;
    }

    private static Task<FleetRow> Row(HttpClient desk, Func<FleetRow, bool> when) =>
        Eventually.Get("the console shows it", async () => (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Items.SingleOrDefault(when));

    private static async Task<List<FleetRow>> Rows(HttpClient desk, string query) {
        var rows = new List<FleetRow>();
        for (var page = 1; ; page++) {
            var view = await desk.Get<FleetView>($"{FleetRoutes.Stations}{query}{(query.Length == 0 ? "?" : "&")}page={page}");
            if (view.Stations.Items.Count == 0) return rows;
            rows.AddRange(view.Stations.Items);
        }
    }
}
