using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>Set on a claim file that was made here: what the station's records said then is what its check compares with.</summary>
/// <param name="Month">指定訪問看護年月 of the records, YYYYMM.</param>
/// <param name="Standards">届出 of the station.</param>
internal sealed record OwnRecords(string Month, IReadOnlyList<HeldStandard> Standards) {
    /// <summary>Blob with an <see cref="OwnClaim"/> for each claim of the file.</summary>
    public static string Blob(string fileId) => $"claim-files/{fileId}/own";
}

/// <summary>One claim of a file that was made here.</summary>
/// <param name="Key">訪問看護記録番号等 of the claim.</param>
/// <param name="Patient">Key of the patient.</param>
/// <param name="Billed">Its fee lines: later months ask for them.</param>
internal sealed record OwnClaim(string Key, string Patient, IReadOnlyList<BilledFee> Billed, PatientContext Known);
