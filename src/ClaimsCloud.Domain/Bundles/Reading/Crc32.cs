namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>CRC-32 of ZIP files (ISO 3309). The framework's reader does not compare it, so a changed byte would pass for data.</summary>
internal static class Crc32 {
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static uint Of(ReadOnlySpan<byte> bytes) {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }
}
