using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>A person says what a file is that does not say it itself. It is read as that on its message's way, like one whose name says it.</summary>
internal static class NameReturnFile {
    private const string Nothing = "none";

    public static async Task<Results<Ok<ReturnFileRow>, Refused>> Handle(string returnFileId, ReturnFileNaming said, TenantScope tenant, Caller caller, CancellationToken stop) {
        while (true) {
            if (await tenant.Documents.Get(ReturnFile.DocumentKind, returnFileId, stop) is not { } file) return (Refused)Refusals.NotFound;
            var kind = Kinds.Parse(said.Kind ?? "");
            if (kind is null && said.Kind != Nothing) return (Refused)ReturnRefusals.KindUnknown;
            if (kind is not (null or ReturnFileKind.ReturnedClaims) && said.Payer is not ("1" or "2")) return (Refused)ReturnRefusals.PayerUnknown;
            if (!file.Value.MayBeNamed) return (Refused)ReturnRefusals.IsNamed;
            var named = file.Value with {
                Kind = Kinds.Of(kind), Outcome = Outcomes.Waiting, Detail = "読み取っています。", Findings = [], Named = new(kind, said.Payer, caller.Id, tenant.Now),
            };
            if (await tenant.Commit(tenant.Batch().Replace(file, named).Send(new EdgeFileReceived(returnFileId)), stop) == CommitResult.Committed)
                return TypedResults.Ok(ListReturnFiles.Row(returnFileId, named));
        }
    }
}
