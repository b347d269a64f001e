using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page of the desk can read and do, one method a route of <see cref="FleetRoutes"/> and of the desk's in <see cref="SupportRoutes"/>.</summary>
internal sealed class FleetApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<FleetView>> Stations(string? state, string? month, string? search, int page, CancellationToken stop) =>
        Get<FleetView>(Paths.Query(FleetRoutes.Stations, ("state", state), ("month", month), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<FleetStation>> Station(string stationId, CancellationToken stop) => Get<FleetStation>(Paths.Fill(FleetRoutes.Station, stationId), stop);

    public Task<Answer<FleetStation>> SetContract(string stationId, ContractRow contract, CancellationToken stop) => Post<FleetStation>(Paths.Fill(FleetRoutes.Contract, stationId), contract, stop);

    public Task<Answer<List<FeatureRow>>> Features(string stationId, CancellationToken stop) => Get<List<FeatureRow>>(Paths.Fill(FeatureRoutes.Features, stationId), stop);

    public Task<Answer<List<FeatureRow>>> Switch(string stationId, FeatureSwitch wish, CancellationToken stop) => Post<List<FeatureRow>>(Paths.Fill(FeatureRoutes.Features, stationId), wish, stop);

    public Task<Answer<CalendarView>> Calendar(CancellationToken stop) => Get<CalendarView>(FleetRoutes.Calendar, stop);

    public Task<Answer<RenewalRow>> MoveRenewal(string renewalId, string to, CancellationToken stop) => Post<RenewalRow>(Paths.Fill(FleetRoutes.Renewal, renewalId), new RenewalMove(to), stop);

    public Task<Answer<AlertView>> Alerts(string? level, int page, CancellationToken stop) => Get<AlertView>(Paths.Query(FleetRoutes.Alerts, ("level", level), ("page", Number(page))), stop);

    public Task<Answer<FiguresView>> Figures(CancellationToken stop) => Get<FiguresView>(FleetRoutes.Figures, stop);

    public Task<Answer<TicketView>> Tickets(string? state, int page, CancellationToken stop) => Get<TicketView>(Paths.Query(SupportRoutes.Tickets, ("state", state), ("page", Number(page))), stop);

    public Task<Answer<TicketDetail>> Ticket(string ticketId, CancellationToken stop) => Get<TicketDetail>(Paths.Fill(SupportRoutes.Ticket, ticketId), stop);

    public Task<Answer<TicketDetail>> MoveTicket(string ticketId, TicketMove move, CancellationToken stop) => Post<TicketDetail>(Paths.Fill(SupportRoutes.TicketMoves, ticketId), move, stop);

    public Task<Answer<IncidentRow>> OpenIncident(IncidentWish wish, CancellationToken stop) => Post<IncidentRow>(SupportRoutes.Incidents, wish, stop);

    public Task<Answer<IncidentRow>> EndIncident(string incidentId, IncidentWish wish, CancellationToken stop) => Post<IncidentRow>(Paths.Fill(SupportRoutes.IncidentEnd, incidentId), wish, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType());
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, content, stop);
    }

    private static string? Number(int page) => page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
