using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>One claim, complete but for its number in a file.</summary>
/// <param name="Key">Our key, recorded as RE item 14.</param>
/// <param name="Patient">Key of the patient.</param>
/// <param name="ReviewOrganization">審査支払機関, 別表1 code: the file that the claim belongs into.</param>
/// <param name="Records">From RE to KA.</param>
/// <param name="Lines">The fee lines, one a KA, in their order.</param>
public sealed record BuiltClaim(string Key, string Patient, string ReviewOrganization, string ClaimType, IReadOnlyList<RecordDraft> Records, IReadOnlyList<PaidLine> Lines,
    ClaimAmounts Amounts, PatientInvoice Invoice);
