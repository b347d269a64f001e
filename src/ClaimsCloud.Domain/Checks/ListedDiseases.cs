using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>疾病等コード (別表14) and 有無 (別表13) of all JS records of a claim.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListedDiseases(ulong To63, ulong From64, int Presence) {
    /// <summary>別表７: 001–020.</summary>
    public bool Appendix7 => (To63 & Range(1, 20)) != 0;

    /// <summary>別表８: 041–059.</summary>
    public bool Appendix8 => (To63 & Range(41, 59)) != 0;

    /// <summary>別表８第１号: 041–046, the higher 特別管理加算.</summary>
    public bool Appendix8Severe => (To63 & Range(41, 46)) != 0;

    /// <summary>超重症児・準超重症児: 091, 092.</summary>
    public bool SevereChild => (From64 & 3UL << (91 - 64)) != 0;

    /// <summary>Codes 01–03 of 別表13 as bits 1–3.</summary>
    public bool Says(int presence) => (Presence & 1 << presence) != 0;

    public bool Has(int disease) => disease < 64 ? (To63 & 1UL << disease) != 0 : (From64 & 1UL << (disease - 64)) != 0;

    public static ListedDiseases Of(List<Record> conditions) {
        ulong to63 = 0, from64 = 0;
        var presence = 0;
        foreach (var record in conditions) {
            var flags = record.Field(3);
            for (var i = 0; i + 2 <= flags.Length && i < 10; i += 2)
                if (Digits.TryInt(flags.Slice(i, 2), out var flag) && flag is >= 1 and <= 3) presence |= 1 << flag;
            var codes = record.Field(4);
            for (var i = 0; i + 3 <= codes.Length && i < 300; i += 3) {
                if (!Digits.TryInt(codes.Slice(i, 3), out var code) || code > 127) continue;
                if (code < 64) to63 |= 1UL << code;
                else from64 |= 1UL << (code - 64);
            }
        }
        return new(to63, from64, presence);
    }

    private static ulong Range(int from, int to) => ((1UL << (to - from + 1)) - 1) << from;
}
