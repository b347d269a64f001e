using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>One file that came up: a list of amounts beside our claims, anything else as it stands.</summary>
internal static class ReadReturnFile {
    private const int ShownLines = 200;

    public static async Task<Results<Ok<ReturnFileDetail>, Refused>> Handle(string returnFileId, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ReturnFile.DocumentKind, returnFileId, stop) is not { Value: var file }) return (Refused)Refusals.NotFound;
        var row = ListReturnFiles.Row(returnFileId, file);
        if (file.Size > ReturnFile.LargestRead) return TypedResults.Ok(new ReturnFileDetail(row, file.MayBeNamed, null, []));
        var statement = await StatementLines.Of(file, tenant, stop);
        return TypedResults.Ok(new ReturnFileDetail(row, file.MayBeNamed, statement, statement is null ? RawText.Lines(await tenant.ReadAll(file.Blob, stop), ShownLines) : []));
    }
}
