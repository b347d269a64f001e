using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Application.Claims;

/// <summary>One payer's claim file while it is made, with the reasons of its lines and what the records say beside it. A station's month is a few megabytes.</summary>
internal sealed class PayerFile : IAsyncDisposable {
    private readonly MemoryStream bytes = new();
    private readonly ClaimFileWriting writing;
    private readonly TenantScope tenant;
    private readonly MonthBundle bundle;
    private readonly List<ClaimReasons> reasons = [];
    private readonly List<OwnClaim> own = [];

    public PayerFile(string fileId, MonthBundle bundle, string payer, TenantScope tenant) {
        (FileId, this.tenant, this.bundle) = (fileId, tenant, bundle);
        writing = new(bytes, bundle, payer);
    }

    public string FileId { get; }
    public int Claims => writing.Claims;

    /// <param name="known">What the records say beside the claim.</param>
    public void Add(BuiltClaim claim, PatientContext known) {
        writing.Write(claim);
        own.Add(new(claim.Key, claim.Patient, [.. claim.Lines.Select(l => new BilledFee(l.Fee.Date, l.Fee.Fee.Code))], known));
        reasons.Add(new([.. claim.Lines.Select(l => l.Fee).Select(fee => new ReasonRow(fee.Date, fee.Fee.Code, fee.Fee.Name, fee.Yen, fee.Reason.Text, fee.Reason.Rule, fee.Reason.Source, fee.Reason.Rows))]));
    }

    /// <summary>Puts the bytes and the reasons where the file's document will look for them.</summary>
    public async Task<ClaimFile> Store(ClaimBuild build, IReadOnlyList<HeldStandard> standards, CancellationToken stop) {
        writing.Finish();
        bytes.Position = 0;
        // No document names them yet: what stands there is of a delivery that died.
        await tenant.Blobs.Delete(ClaimFile.OriginalBlob(FileId), stop);
        var blob = await tenant.Blobs.Put(ClaimFile.OriginalBlob(FileId), bytes, stop) ?? throw new IOException($"{FileId} is being built twice.");
        await Store(ClaimBuild.ReasonsBlob(FileId), reasons, stop);
        await Store(OwnRecords.Blob(FileId), own, stop);
        return new("RECEIPTH.UKE", tenant.Now, blob.Size, blob.Sha256, ClaimFileState.Received, 0, null, null,
            [Evidence.Built(blob.Sha256, tenant.Now, build.Actor, bundle.Month, build.Revision, Claims)]) { Own = new(build.Month, standards) };
    }

    private async Task Store<T>(string blob, IEnumerable<T> all, CancellationToken stop) where T : class {
        await tenant.Blobs.Delete(blob, stop);
        await using var rows = new RowsWriter<T>(tenant.Blobs, blob, stop);
        foreach (var row in all) await rows.Add(row, stop);
        await rows.Finish(stop);
    }

    public ValueTask DisposeAsync() => bytes.DisposeAsync();
}
