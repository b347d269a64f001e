using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>職種等コード (別表20): 01–30 of the main office and 51–80 of the branch, ten for each visit of the day.</summary>
internal static class Staff {
    /// <summary>Kind of staff 1–10; 0 for what is no code.</summary>
    public static int KindOf(ReadOnlySpan<byte> code) => Digits.TryInt(code, out var number) && (number is >= 1 and <= 30 or >= 51 and <= 80) ? ((number - 1) % 10) + 1 : 0;

    /// <summary>Visit of the day 1–3; 0 for what is no code.</summary>
    public static int VisitOf(ReadOnlySpan<byte> code) =>
        Digits.TryInt(code, out var number) ? number switch { >= 1 and <= 30 => ((number - 1) / 10) + 1, >= 51 and <= 80 => ((number - 51) / 10) + 1, _ => 0 } : 0;

    /// <summary>Kinds that may come along, as bits 1–10.</summary>
    public static int CompanionsOf(FeeEntry fee) {
        var mask = 0;
        foreach (var pair in fee.Fee.StaffCodes)
            foreach (var code in StaffPairs.Companions(pair) ?? []) mask |= 1 << int.Parse(code);
        return mask;
    }
}
