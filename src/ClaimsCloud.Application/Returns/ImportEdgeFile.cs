using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Application.Returns;

/// <summary>Looks what a file from a terminal is and imports it; again when a person has said what it is. Whatever it is, it stays, and is listed.</summary>
internal static class ImportEdgeFile {
    public static async Task Handle(Received<EdgeFileReceived> message, TenantScope tenant, CancellationToken stop) {
        var id = message.Body.ContentKey;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var known = await tenant.Documents.Get(ReturnFile.DocumentKind, id, stop);
            if (known is { Value.Outcome: not Outcomes.Waiting }) break;
            var file = await Look(id, known?.Value ?? await New(id, tenant, stop), tenant, stop);
            await using var import = await AnswerImport.Try(file, tenant, stop);
            var batch = tenant.Batch().Consume(message);
            result = await import.Commit(known is null ? batch.Create(ReturnFile.DocumentKind, id, import.File) : batch.Replace(known, import.File), stop);
        }
        await TellMonth.Now(tenant, stop);
    }

    private static async Task<ReturnFile> New(string id, TenantScope tenant, CancellationToken stop) {
        var edge = (await tenant.Documents.Get(EdgeFile.Kind, id, stop) ?? throw new IOException($"Edge file {id} is missing.")).Value;
        return new(edge.Name, edge.Blob, edge.Receipt.At, edge.Size, edge.Receipt.Sha256!, edge.DeviceId, Kinds.Unknown, Outcomes.Waiting, null, "", []);
    }

    /// <summary>The file with what it is and, unless it is a status list, what became of it.</summary>
    private static async Task<ReturnFile> Look(string id, ReturnFile file, TenantScope tenant, CancellationToken stop) {
        if (file.Named is null && CareAnswerFile.IsName(file.Name)) return await CareAnswersImport.Run(id, file, tenant, stop);
        var kind = file.Named is { } named ? named.Kind : ReturnFileName.KindOf(file.Name, await tenant.ReadBeginning(file.Blob, stop));
        file = file with { Kind = Kinds.Of(kind) };
        return kind switch {
            null when file.Named is null => file.Settled(Outcomes.Asked, "何のファイルか分かりません。種類を選んでください。"),
            null => file.Settled(Outcomes.SetAside, "読み取らないファイルだと確かめました。保管だけしています。"),
            ReturnFileKind.ReturnedClaims => await ReturnedClaimsImport.Run(id, file, tenant, stop),
            _ when file.Size > ReturnFile.LargestRead => file.Settled(Outcomes.Kept, "一覧としては大きすぎるため、保管だけしています。"),
            ReturnFileKind.AcceptanceList or ReturnFileKind.ConfirmationList => file,
            _ => await LookAtStatement(kind.Value, file, tenant, stop),
        };
    }

    private static async Task<ReturnFile> LookAtStatement(ReturnFileKind kind, ReturnFile file, TenantScope tenant, CancellationToken stop) {
        var read = ReturnedDocument.Read(kind, null, await tenant.ReadAll(file.Blob, stop));
        return read.Damaged ? file.Settled(Outcomes.Damaged, "ファイルが壊れているため、読み取っていません。", read.Findings)
            : read.Contents is Statement { Understood: true } ? file.Settled(Outcomes.Kept, "金額の一覧です。請求ファイルの状態は変えていません。", read.Findings)
            : file.Settled(Outcomes.Asked, "列の見出しが分からないため、読み取っていません。何のファイルかを確かめてください。", read.Findings);
    }
}
