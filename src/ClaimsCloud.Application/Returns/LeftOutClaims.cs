using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

/// <summary>Claims of a confirmed file that were refused or left out of 請求確定: nobody pays them, so each becomes an item of the work list.</summary>
internal static class LeftOutClaims {
    private const int MessageLength = 500;

    public static async Task Create(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        var found = false;
        await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop)) {
            if (line.Claimed != false) continue;
            var id = ReturnItem.IdOfLeftOut(file.Id, line.Number);
            if (await tenant.Documents.Get(ReturnItem.Kind, id, stop) is not null) continue;
            if (await tenant.Commit(tenant.Batch().Create(ReturnItem.Kind, id, Item(file, line, tenant)), stop) == CommitResult.Conflict) throw new IOException($"Item {id} was made twice at once.");
            found = true;
        }
        if (found) await LookAtNewerFiles(file, tenant, stop);
    }

    /// <summary>A correction may have been taken in before the list came that says what it corrects.</summary>
    private static async Task LookAtNewerFiles(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        var newer = await tenant.Documents.Query(new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByReceipt,
            new IndexRange(SortKeys.Of(file.Value.ReceivedAt), null), QueryOrder.Descending, DocumentLimits.BatchOperations), stop);
        var batch = tenant.Batch();
        foreach (var other in newer.Items.Where(f => f.Id != file.Id)) batch.Send(new ClaimFileMoved(other.Id));
        if (batch.Messages.Count > 0) await tenant.Commit(batch, stop);
    }

    private static ReturnItem Item(Stored<ClaimFile> file, ClaimLine line, TenantScope tenant) {
        var said = line.PayerMessage ?? "";
        var evidence = file.Value.Chain.Last(l => l.Kind == "confirmed");
        // The list's messages begin with the four digits of their code.
        var code = said.Split('／').Select(part => part[..Math.Min(4, part.Length)]).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiDigit));
        return new(null, line.Number, file.Value.Check!.Payer ?? "", evidence.CloudTime, null, null, line.PatientName, line.ServiceMonth, line.TotalYen,
            [new(code, null, said[..Math.Min(MessageLength, said.Length)])], new ClaimRef(file.Id, line.Number), [],
            ReturnWork.New.Link(new(Evidence.System, tenant.Now), $"請求確定状況 {evidence.Sha256}").Work!, null, null);
    }
}
