using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Records;

/// <summary>Files from a seed: whole claims, claims with bytes changed, cut, doubled or moved, and plain noise over the bytes that matter.</summary>
internal static class AnyBytes {
    private static readonly byte[] Alphabet = [.. "\r\n\u001A,\"\0 0129AREHMGOK"u8, 0x81, 0x40, 0x8D, 0x82, 0x9F, 0xE0, 0xFC, 0xFB, 0xA0, 0xB1, 0xEF, 0xBB, 0xBF, 0x5C, 0x7E, 0x7F];

    public static byte[] From(int seed) {
        var random = new Random(seed);
        if (seed % 3 == 0) return Noise(random, random.Next(0, 400));
        var bytes = UkeText.Sample("demo-station-a").ToList();
        for (var i = random.Next(1, 12); i > 0 && bytes.Count > 1; i--) Damage(bytes, random);
        return [.. bytes];
    }

    private static byte[] Noise(Random random, int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = random.Next(4) == 0 ? (byte)random.Next(256) : Alphabet[random.Next(Alphabet.Length)];
        return bytes;
    }

    private static void Damage(List<byte> bytes, Random random) {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 60), bytes.Count - at);
        switch (random.Next(5)) {
            case 0: bytes[at] = Alphabet[random.Next(Alphabet.Length)]; break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            case 3: bytes.InsertRange(at, Noise(random, length)); break;
            default: bytes.RemoveAt(at); break;
        }
    }
}
