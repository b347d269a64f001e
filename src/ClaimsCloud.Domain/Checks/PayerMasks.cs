using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Checks;

/// <summary>負担区分 (別表22) as a set of payers, looked up by its byte: bit 0 the insurance, bits 1–4 the first to fourth public expense.</summary>
internal static class PayerMasks {
    public const int Insurance = (int)Payers.Insurer;

    private static readonly byte[] Masks = [.. Enumerable.Range(0, 128).Select(c => (byte)(PayerShares.Release202406.PayersOf(((char)c).ToString()) ?? Payers.None))];

    /// <summary>0 for what is no code of the table.</summary>
    public static int Of(ReadOnlySpan<byte> code) => code.Length == 1 && code[0] < 128 ? Masks[code[0]] : 0;
}
