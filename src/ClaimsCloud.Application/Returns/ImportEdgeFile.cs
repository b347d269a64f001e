using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>Looks what a file from a terminal is and imports it when it is an answer. Whatever it is, it stays, and is listed.</summary>
internal static class ImportEdgeFile {
    public static async Task Handle(Received<EdgeFileReceived> message, TenantScope tenant, CancellationToken stop) {
        var id = message.Body.ContentKey;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            if (await tenant.Documents.Get(ReturnFile.DocumentKind, id, stop) is not null) return;
            var edge = (await tenant.Documents.Get(EdgeFile.Kind, id, stop) ?? throw new IOException($"Edge file {id} is missing.")).Value;
            var kind = ReturnFileName.Parse(edge.Name)?.Kind switch {
                ReturnFileKind.AcceptanceList => Kinds.AcceptanceList, ReturnFileKind.ConfirmationList => Kinds.ConfirmationList, _ => Kinds.Unknown,
            };
            var file = new ReturnFile(edge.Name, edge.Blob, edge.Receipt.At, edge.Size, edge.Receipt.Sha256!, edge.DeviceId, kind, Outcomes.Kept, null,
                "受付結果・請求確定のファイルではないため、保管だけしています。", []);
            await using var import = await AnswerImport.Try(file, tenant, stop);
            var batch = tenant.Batch().Consume(message).Create(ReturnFile.DocumentKind, id, import.File);
            result = await import.Commit(batch, stop);
        }
    }
}
