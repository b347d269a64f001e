using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>レセプト特記 (別表6) that follows from a 適用区分. Only what a source confirms; for the other classes a person looks into the 記載要領.</summary>
public static class LimitNote {
    private static readonly FrozenDictionary<string, string> Notes = DataFile.Rows("oqs/limit-notes.csv").ToFrozenDictionary(r => r["limit"], r => r["note"]);

    /// <param name="limitClass">OQSCD012.</param>
    /// <returns>Code of 別表6; null where no source confirms one.</returns>
    public static string? Of(string limitClass) => Notes.GetValueOrDefault(limitClass);
}
