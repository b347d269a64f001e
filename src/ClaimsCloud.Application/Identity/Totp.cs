using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ClaimsCloud.Application.Identity;

/// <summary>Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, six digits and 30 seconds, which is what every authenticator takes.</summary>
public static class Totp {
    public const int KeyLength = 20;
    public const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const long Seconds = 30;
    /// <summary>A code of the step before or after is good too: clocks of phones differ, and people type slowly.</summary>
    private const long Window = 1;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    [SuppressMessage("Security", "CA5350", Justification = "The standard and every authenticator take HMAC-SHA-1, whose weakness against collisions plays no part in it.")]
    public static string Code(ReadOnlySpan<byte> key, long step, int digits = Digits) {
        Span<byte> counter = stackalloc byte[sizeof(long)], hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code it is; null when it is none, or one not after <paramref name="used"/>: each code is good once.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long used) {
        long? found = null;
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
            if (step > used && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), System.Text.Encoding.UTF8.GetBytes(code))) found ??= step;
        return found;
    }

    public static string ToBase32(ReadOnlySpan<byte> bytes) {
        var (text, bits, value) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var one in bytes) {
            (value, bits) = (value << 8 | one, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Base32[value >> (bits - 5) & 31]);
            value &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Base32[value << (5 - bits) & 31]);
        return text.ToString();
    }

    /// <exception cref="FormatException">A character that is none of the alphabet.</exception>
    public static byte[] FromBase32(string text) {
        var (bytes, bits, value) = (new List<byte>(), 0, 0);
        foreach (var letter in text) {
            var digit = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0) throw new FormatException("This is no base 32.");
            (value, bits) = (value << 5 | digit, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
            value &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
