using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>The code is in this one answer and nowhere else.</summary>
internal static class MakeEnrolmentCode {
    private const int GroupLength = 4;

    public static async Task<Ok<EnrolmentCode>> Handle(TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        // First the log: a code that nobody knows of would be worse than one that was never made.
        await tenant.Record(new(AuditAct.CodeMade, caller), stop);
        var code = platform.Ids.Text(EnrolmentTicket.Alphabet, EnrolmentTicket.CodeLength);
        var expires = platform.Now + EnrolmentTicket.Life;
        var ticket = new EnrolmentTicket(tenant.Id.Value, tenant.StationName, expires, null);
        if (await platform.Commit(platform.Batch().Create(EnrolmentTicket.Kind, EnrolmentTicket.IdOf(code)!, ticket), stop) != CommitResult.Committed)
            throw new IOException("The same enrolment code came twice.");
        return TypedResults.Ok(new EnrolmentCode(string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))), expires));
    }
}
