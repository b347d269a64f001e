using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>
/// A claim of a file that is to be sent: first claim or correction of a returned one. Whatever a person or other software left in it of a return file stands apart,
/// and is never taken from here.
/// </summary>
/// <param name="Records">RE and what belongs to it, in file order.</param>
/// <param name="History">Lines of a history block, if some stand there.</param>
public sealed record RebuiltClaim(Claim Claim, IReadOnlyList<Record> Records, IReadOnlyList<Record> History) {
    public ClaimIdentity Identity { get; } = ClaimIdentity.Of(Claim);
}

/// <summary>A whole claim file (HM, claims, GO), as the station's software built it anew from corrected data.</summary>
/// <param name="Header">Its first record; null for an empty file.</param>
/// <param name="HasFooter">True when it ends with GO, or with HG where somebody began with a return file.</param>
/// <param name="Reasons">HR records that were left in it; they are not written.</param>
/// <param name="Strays">Records that belong to no claim; a file that has some is not a claim file.</param>
public sealed record RebuiltClaims(Record? Header, IReadOnlyList<RebuiltClaim> Claims, bool HasFooter, IReadOnlyList<Record> Reasons, IReadOnlyList<Record> Strays) {
    /// <summary>審査支払機関 code as recorded; null when the file does not begin with HM.</summary>
    public string? Payer => Station?.ReviewOrganization;

    /// <summary>Seven digits as recorded; null when the file does not begin with HM.</summary>
    public string? StationCode => Station?.StationCode;

    private StationRecord? Station => Header is { } header && header.IdBytes.SequenceEqual("HM"u8) ? new(header) : null;

    /// <param name="file">Read to its end, not closed.</param>
    public static RebuiltClaims Read(Stream file) {
        var reader = new RecordReader(file);
        var (claims, reasons, strays) = (new List<RebuiltClaim>(), new List<Record>(), new List<Record>());
        Record? header = null;
        var footer = false;
        while (reader.Read() is { } block) {
            var (records, history) = (new List<Record>(), new List<Record>());
            for (var i = 0; i < block.Count; i++) {
                var record = block[i];
                if (header is null && !block.IsClaim) header = record;
                else if (record.IsEndMark) continue;
                else if (record.IdBytes.SequenceEqual("HR"u8)) reasons.Add(record);
                else if (record.IdBytes.SequenceEqual("GO"u8) || record.IdBytes.SequenceEqual("HG"u8)) footer = true;
                else if (HistoryBlock.IsLine(record)) history.Add(record);
                else records.Add(record);
            }
            if (!block.IsClaim) strays.AddRange([.. records, .. history]);
            else claims.Add(new(new Claim(block, claims.Count + 1), records, history));
        }
        return new(header, claims, footer, reasons, strays);
    }
}
