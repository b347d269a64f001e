using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Support;

internal static class SupportModule {
    public static void MapSupport(this EndpointTable table) {
        table.MapGet(SupportRoutes.Requests, Access.Biller, ListRequests.Handle);
        table.MapPost(SupportRoutes.Requests, Access.Biller, ReportFault.Handle);
        table.MapPost(SupportRoutes.RequestReplies, Access.Biller, ReplyToDesk.Handle);
        table.MapGet(SupportRoutes.Manual, Access.Person, ListRequests.Manual);
        table.MapMessage<TicketTold>("OnTicketTold", Queues.Projections, HearTicket.Handle);
    }
}
