using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>
/// The desk wishes, the tenant does it: nobody from outside touches its outbox. A wish for a message that is not parked any more (a second click, or a
/// message about it that came late) only takes it off the list.
/// </summary>
internal static class ResendParkedMessage {
    public static async Task<Results<Accepted, Refused>> Handle(string stationId, string messageId, DeskScope desk, Caller caller, CancellationToken stop) =>
        await desk.WishResend(stationId, messageId, caller, stop) ? TypedResults.Accepted((string?)null) : new Refused(Refusals.NotFound);

    public static async Task InTenant(Received<ResendWanted> message, TenantScope tenant, CancellationToken stop) {
        await tenant.Messages.Resend(message.Body.MessageId, tenant.Now, stop);
        // This commit's own message also wakes the pump for the one that is due now.
        await tenant.Commit(tenant.Batch().Consume(message).SendToPlatform(new MessageResent(message.Body.MessageId)), stop);
    }
}
