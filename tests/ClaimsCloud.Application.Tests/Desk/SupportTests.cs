using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Desk;

public sealed class SupportTests : IAsyncLifetime {
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(BundleTexts.StationCode);
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    [Fact]
    public async Task A_fault_goes_to_the_desk_with_evidence_and_its_answer_rests_on_some() {
        using var biller = station.Biller();
        using var desk = cloud.Desk();
        using var device = await station.Device();
        using var edge = await device.Client();
        await edge.Work(0, "folder-missing-out");
        await Eventually.Holds("the alarm is at the desk", async () => (await desk.Get<FleetView>(FleetRoutes.Stations)).Stations.Items is [{ Alarms.Count: 1 }]);
        var request = await Report(biller, new("send", "朝から送れません", "10時から", null));
        var ticket = await Ticket(desk, request.RequestId, t => true);
        Assert.Contains(ticket.Evidence, e => e.EvidenceId == "alarm:folder-missing-out");
        Assert.Equal("terminal-on", ticket.Asked!.Fact);

        // The station answers what only a person can see, and the tree goes on.
        await Eventually.Holds("the question is at the station", async () => (await Requests(biller))[0].Question == "terminal-on");
        await Reply(biller, request.RequestId, new(null, "terminal-on", false));
        ticket = await Ticket(desk, request.RequestId, t => t.Row.Owner is not null);
        Assert.Equal("terminal", ticket.Row.Owner);
        Assert.Equal("no-contract", (await Move(desk, request.RequestId, new("arranged", "訪問を頼む")).Refusal()).Code);
        var contract = new ContractRow("SHINKO", "ipsec", "", 9, 17, false, 4, 16, [], 2090, null);
        (await desk.PostAsJsonAsync($"{FleetRoutes.Stations}/{station.Tenant}/contract", contract, Stop)).EnsureSuccessStatusCode();
        (await Move(desk, request.RequestId, new("arranged", "訪問を頼む"))).EnsureSuccessStatusCode();
        ticket = await Ticket(desk, request.RequestId, t => t.Row.State == "arranged");
        // Friday 9:00 in Japan, 16 service hours: the end of Monday.
        Assert.Equal(("SHINKO", "repair", new DateTimeOffset(2024, 7, 8, 17, 0, 0, TimeSpan.FromHours(9))), (ticket.Row.Partner, ticket.Row.DueFor, ticket.Row.Due!.Value));

        foreach (var cites in (string[]?[])[null, [], ["nothing"], ["alarm:folder-missing-out", "alarm:disk-full"]])
            Assert.Equal("no-citation", (await Move(desk, request.RequestId, new("answered", "端末の電源を入れてください", Cites: cites)).Refusal()).Code);
        (await Move(desk, request.RequestId, new("answered", "端末の電源を入れてください", Cites: ["alarm:folder-missing-out", "lan"]))).EnsureSuccessStatusCode();
        var answered = await Eventually.Get("the answer is at the station", async () => (await Requests(biller)).SingleOrDefault(r => r.State == "answered"));
        Assert.Equal(("端末の電源を入れてください", "lan"), (answered.Answer, Assert.Single(answered.Pages)));
        await Reply(biller, request.RequestId, new(false, null, null));
        await Ticket(desk, request.RequestId, t => t.Row.State == "arranged");
        await Reply(biller, request.RequestId, new(true, null, null));
        await Eventually.Holds("it is over", async () => (await Requests(biller))[0].State == "closed");
        Assert.Equal("request-closed", (await biller.PostAsJsonAsync($"support/requests/{request.RequestId}/replies", new RequestReply(true, null, null), Stop).Refusal()).Code);
        Assert.Equal("illegal-transition", (await Move(desk, request.RequestId, new("waiting", "もう一度")).Refusal()).Code);
    }

    [Fact]
    public async Task A_text_that_names_a_patient_does_not_leave_the_station() {
        using var biller = station.Biller();
        await biller.Import(BundleTexts.Month, BundleTexts.Sample);
        var name = (await biller.Get<Page<PatientRow>>($"months/{BundleTexts.Month}/patients")).Items[0].Name;
        foreach (var text in (string[])[$"{name}さんの請求が送れません", $"{name.Replace("　", "", StringComparison.Ordinal)}の件", "番号 12345678 の資格", "番号 １２３４５６ の資格"])
            Assert.Equal("names-a-patient", (await biller.PostAsJsonAsync(SupportRoutes.Requests, new FaultReport("send", text, "", null), Stop).Refusal()).Code);
        Assert.Equal("names-a-patient", (await biller.PostAsJsonAsync(SupportRoutes.Requests, new FaultReport("send", "", name, null), Stop).Refusal()).Code);
        Assert.Equal("invalid-report", (await biller.PostAsJsonAsync(SupportRoutes.Requests, new FaultReport("other", " ", "", null), Stop).Refusal()).Code);
        Assert.Empty(await Requests(biller));
        await Report(biller, new("send", "03-1234-5678 へ電話をください", "", null));
    }

    /// <summary>A station that keeps its visits in other software has its patients in claim files only.</summary>
    [Fact]
    public async Task A_patient_who_only_stands_in_a_claim_file_is_not_named_to_the_desk_either() {
        using var biller = station.Biller();
        var file = await biller.UploadAndCheck(UkeText.Sample("demo-station-a"));
        var name = (await biller.Claims(file.FileId)).Items[^1].PatientName;
        Assert.Equal("names-a-patient", (await biller.PostAsJsonAsync(SupportRoutes.Requests, new FaultReport("send", $"{name}さんの請求が送れません", "", null), Stop).Refusal()).Code);
        Assert.Empty(await Requests(biller));
    }

    [Fact]
    public async Task One_incident_takes_all_tickets_of_its_symptom_and_one_answer_ends_them() {
        using var desk = cloud.Desk();
        var stations = new List<HarnessStation>();
        for (var n = 0; n < 3; n++) stations.Add(await cloud.OpenStation());
        using var first = stations[0].Biller();
        using var other = stations[1].Biller();
        using var late = stations[2].Biller();
        var ids = new List<string> { (await Report(first, new("eligibility", "", "", null))).RequestId, (await Report(other, new("screen", "", "", null))).RequestId };
        foreach (var id in ids) await Ticket(desk, id, _ => true);
        Assert.Equal("invalid-incident", (await desk.PostAsJsonAsync(SupportRoutes.Incidents, new IncidentWish("資格確認の停止", []), Stop).Refusal()).Code);
        using var opened = await desk.PostAsJsonAsync(SupportRoutes.Incidents, new IncidentWish("資格確認の停止", ["eligibility"]), Stop);
        var incident = (await opened.Content.ReadFromJsonAsync<IncidentRow>(Stop))!;
        Assert.Equal(1, incident.Tickets);
        await Ticket(desk, ids[0], t => t.Row.IncidentId == incident.IncidentId);
        ids.Add((await Report(late, new("eligibility", "", "", null))).RequestId);
        Assert.Equal("national", (await Ticket(desk, ids[2], t => t.Row.IncidentId == incident.IncidentId)).Row.Owner);
        using var ended = await desk.PostAsJsonAsync($"desk/incidents/{incident.IncidentId}/end", new IncidentWish("11時に復旧しました", []), Stop);
        Assert.Equal(2, (await ended.Content.ReadFromJsonAsync<IncidentRow>(Stop))!.Tickets);
        foreach (var biller in (HttpClient[])[first, late]) await Eventually.Holds("the station knows", async () => (await Requests(biller))[0] is { State: "answered", Answer: "11時に復旧しました" });
        Assert.Equal(["opened", "incident", "answered"], (await Ticket(desk, ids[0], _ => true)).Events.Select(e => e.What));
        Assert.Equal("open", (await Ticket(desk, ids[1], _ => true)).Row.State);
        Assert.Null((await Ticket(desk, (await Report(first, new("eligibility", "", "", null))).RequestId, _ => true)).Row.IncidentId);
    }

    private static async Task<RequestRow> Report(HttpClient biller, FaultReport report) {
        using var answer = await biller.PostAsJsonAsync(SupportRoutes.Requests, report, Stop);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<RequestRow>(Stop))!;
    }

    private static async Task Reply(HttpClient biller, string requestId, RequestReply reply) => (await biller.PostAsJsonAsync($"support/requests/{requestId}/replies", reply, Stop)).EnsureSuccessStatusCode();

    private static Task<List<RequestRow>> Requests(HttpClient biller) => biller.Get<List<RequestRow>>(SupportRoutes.Requests);

    private static Task<HttpResponseMessage> Move(HttpClient desk, string ticketId, TicketMove move) => desk.PostAsJsonAsync($"{SupportRoutes.Tickets}/{ticketId}/moves", move, Stop);

    private static Task<TicketDetail> Ticket(HttpClient desk, string ticketId, Func<TicketDetail, bool> when) => Eventually.Get("the ticket is as expected", async () => {
        using var answer = await desk.GetAsync($"{SupportRoutes.Tickets}/{ticketId}", Stop);
        return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<TicketDetail>(Stop) is { } ticket && when(ticket) ? ticket : null;
    });
}
