using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Building;

namespace ClaimsCloud.Application.Claims;

/// <summary>A month's file for 国保連合会 (介護).</summary>
internal sealed class CareFile(string fileId, CareBuild care, IReadOnlyList<CareClaim> claims, TenantScope tenant) {
    public string FileId => fileId;
    public int Claims => claims.Count;

    /// <summary>Puts the bytes where the file's document will look for them, and the names that the file itself does not hold.</summary>
    public async Task<ClaimFile> Store(ClaimBuild build, CancellationToken stop) {
        using var bytes = new MemoryStream();
        CareClaimFile.Write(care.Bundle, claims, care.Settings, bytes);
        bytes.Position = 0;
        // No document names them yet: what stands there is of a delivery that died.
        await tenant.Blobs.Delete(ClaimFile.OriginalBlob(fileId), stop);
        var blob = await tenant.Blobs.Put(ClaimFile.OriginalBlob(fileId), bytes, stop) ?? throw new IOException($"{fileId} is being built twice.");
        await tenant.Blobs.Delete(NamesBlob(fileId), stop);
        await using var names = new RowsWriter<OwnCareClaim>(tenant.Blobs, NamesBlob(fileId), stop);
        foreach (var claim in CareClaimFile.Ordered(claims)) await names.Add(new(claim.Patient.Key, claim.Patient.Name), stop);
        await names.Finish(stop);
        return new(CareClaimFile.NameOf(care.Bundle), tenant.Now, blob.Size, blob.Sha256, ClaimFileState.Received, 0, null, null,
            [Evidence.Built(blob.Sha256, tenant.Now, build.Actor, care.Bundle.Month, build.Revision, Claims)]) { CareRecords = build.Month };
    }

    /// <summary>Blob with an <see cref="OwnCareClaim"/> for each claim of a care file that was made here.</summary>
    public static string NamesBlob(string fileId) => $"claim-files/{fileId}/care-own";
}

/// <summary>Whose claim it is: a file to 国保連合会 holds no names.</summary>
internal sealed record OwnCareClaim(string Patient, string Name);
