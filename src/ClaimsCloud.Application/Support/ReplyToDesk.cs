using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Support;

/// <summary>The station says whether it works again, or what the desk asked for.</summary>
internal static class ReplyToDesk {
    public static async Task<Results<Ok<RequestRow>, Refused>> Handle(string requestId, RequestReply reply, TenantScope tenant, CancellationToken stop) {
        if (!DocumentLimits.IsId(requestId) || await tenant.Documents.Get(FaultRequest.Kind, requestId, stop) is not { } request) return (Refused)Refusals.NotFound;
        if (request.Value.Told?.State == FaultRequest.Closed) return (Refused)SupportRefusals.IsOver;
        var tells = reply.Fact is not null && reply.Answer is not null;
        if (reply.Works is null && !tells || tells && !Triage.AskedFacts.Contains(reply.Fact!)) return (Refused)SupportRefusals.InvalidReply;
        await tenant.Commit(tenant.Batch().SendToPlatform(new FaultReplied(requestId, tenant.Now, reply.Works, reply.Fact, reply.Answer)), stop);
        return TypedResults.Ok(request.Value.Row(requestId));
    }
}
