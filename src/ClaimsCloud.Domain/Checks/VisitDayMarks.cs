using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>受診日等 (JD) of a payer, its days as bits 1–31.</summary>
/// <param name="Payer">0 the insurance, 1–4 the public expenses.</param>
/// <param name="Recorded">Days with any mark.</param>
/// <param name="Counted">Days marked 1: they count (実日数).</param>
/// <param name="NotCounted">Days marked 2.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VisitDayMarks(Record Record, int Payer, uint Recorded, uint Counted, uint NotCounted) {
    /// <summary>Null when the payer is none of the table.</summary>
    public static VisitDayMarks? Of(in Record record) {
        if (record.Field(2) is not [>= (byte)'1' and <= (byte)'5' and var payer]) return null;
        var (recorded, counted, notCounted) = (0u, 0u, 0u);
        var day = -2;
        foreach (var mark in record.Fields) {
            if (++day is < 1 or > 31 || mark.IsEmpty) continue;
            recorded |= 1u << day;
            if (mark is [(byte)'1']) counted |= 1u << day;
            if (mark is [(byte)'2']) notCounted |= 1u << day;
        }
        return new(record, payer - '1', recorded, counted, notCounted);
    }
}
