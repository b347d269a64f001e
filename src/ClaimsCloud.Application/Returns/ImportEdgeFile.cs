using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>Looks what a file from a terminal is and imports it. Whatever it is, it stays, and is listed.</summary>
internal static class ImportEdgeFile {
    public static async Task Handle(Received<EdgeFileReceived> message, TenantScope tenant, CancellationToken stop) {
        var id = message.Body.ContentKey;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            if (await tenant.Documents.Get(ReturnFile.DocumentKind, id, stop) is not null) return;
            var edge = (await tenant.Documents.Get(EdgeFile.Kind, id, stop) ?? throw new IOException($"Edge file {id} is missing.")).Value;
            var kind = ReturnFileName.KindOf(edge.Name, await tenant.ReadBeginning(edge.Blob, stop));
            var file = new ReturnFile(edge.Name, edge.Blob, edge.Receipt.At, edge.Size, edge.Receipt.Sha256!, edge.DeviceId, Kinds.Of(kind), Outcomes.Kept, null, WhyKept(kind), []);
            if (kind == ReturnFileKind.ReturnedClaims) file = await ReturnedClaimsImport.Run(id, file, tenant, stop);
            await using var import = await AnswerImport.Try(file, tenant, stop);
            result = await import.Commit(tenant.Batch().Consume(message).Create(ReturnFile.DocumentKind, id, import.File), stop);
        }
    }

    private static string WhyKept(ReturnFileKind? kind) => kind is null
        ? "何のファイルか分からないため、保管だけしています。"
        : "金額の一覧です。請求ファイルの状態は変えていません。";
}
