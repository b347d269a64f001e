using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>
/// Uses a code up for a key. A connector whose answer was lost asks again with the same code and key and gets the same device, for as long as
/// the code would have lived.
/// </summary>
internal static class EnrolDevice {
    private const int NameLength = 64;

    public static async Task<Results<Ok<EnrolAnswer>, Refused>> Handle(EnrolRequest request, PlatformScope platform, CancellationToken stop) {
        var name = request.DeviceName?.Trim() ?? "";
        if (name.Length is 0 or > NameLength || !DeviceKey.IsP256(request.PublicKey)) return (Refused)Refusals.InvalidKey;
        if (EnrolmentTicket.IdOf(request.Code ?? "") is not { } ticketId) return (Refused)Refusals.CodeRefused;

        while (true) {
            var ticket = await platform.Documents.Get(EnrolmentTicket.Kind, ticketId, stop);
            if (ticket is null || ticket.Value.ExpiresAt <= platform.Now) return (Refused)Refusals.CodeRefused;
            if (ticket.Value.DeviceId is { } known) {
                var device = await platform.Documents.Get(Device.Kind, known, stop);
                return device?.Value.PublicKey == request.PublicKey ? TypedResults.Ok(new EnrolAnswer(known, ticket.Value.StationName)) : (Refused)Refusals.CodeUsed;
            }
            var id = platform.Ids.Next();
            var batch = platform.Batch()
                .Replace(ticket, ticket.Value with { DeviceId = id })
                .Create(Device.Kind, id, new Device(ticket.Value.TenantId, name, request.PublicKey, platform.Now))
                .SendToTenant(new TenantId(ticket.Value.TenantId), new DeviceEnrolled(id, name, platform.Now));
            // Of two at once, one sees the code used.
            if (await platform.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(new EnrolAnswer(id, ticket.Value.StationName));
        }
    }
}
