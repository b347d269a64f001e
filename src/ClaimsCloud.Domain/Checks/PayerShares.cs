using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>負担区分 (別表22) as a set of payers: bit 0 the insurance, bits 1–4 the first to fourth public expense.</summary>
internal static class PayerShares {
    public const int Insurance = 1;

    private static readonly byte[] Masks = Load();

    /// <summary>0 for what is no code of the table.</summary>
    public static int MaskOf(ReadOnlySpan<byte> code) => code.Length == 1 && code[0] < 128 ? Masks[code[0]] : 0;

    private static byte[] Load() {
        var masks = new byte[128];
        foreach (var row in DataFile.Rows($"uke/{ClaimSpec.Release202406.Release}/codes.csv").Where(r => r["table"] == "22"))
            foreach (var payer in row["note"]["payers=".Length..]) masks[row["code"][0]] |= (byte)(1 << (payer - '1'));
        return masks;
    }
}
