using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ClaimsCloud.Edge;

/// <summary>
/// A file sealed with a passphrase: PBKDF2, then AES-256-GCM in blocks, each with its number and the last one marked, so that none can be left out, moved or added.
/// Mark, rounds, salt, blocks (tag, content).
/// </summary>
internal static class SealedFile {
    /// <summary>For what a person made up.</summary>
    public const int RoundsForPassphrase = 600_000;
    /// <summary>For 256 bits of chance, which nobody guesses.</summary>
    public const int RoundsForKey = 1;
    private const int MostRounds = 10_000_000;
    private const int RoundsSize = 4;
    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const int NonceSize = 12;
    private const int BlockSize = 1 << 20;
    private static readonly byte[] Mark = "CLAIMS-EDGE-1\n"u8.ToArray();

    public static void Seal(string from, string to, string passphrase, int rounds) {
        using var source = File.OpenRead(from);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        var head = new byte[RoundsSize + SaltSize];
        BinaryPrimitives.WriteInt32BigEndian(head, rounds);
        RandomNumberGenerator.Fill(head.AsSpan(RoundsSize));
        target.Write(Mark);
        target.Write(head);
        using var cipher = Cipher(passphrase, rounds, head[RoundsSize..]);
        var (block, tag) = (new byte[BlockSize], new byte[TagSize]);
        for (var number = 0; ; number++) {
            var read = source.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
            var isLast = source.Position == source.Length;
            cipher.Encrypt(Nonce(number, isLast), block.AsSpan(0, read), block.AsSpan(0, read), tag);
            target.Write(tag);
            target.Write(block.AsSpan(0, read));
            if (isLast) break;
        }
        target.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">The passphrase is another one, or the file was changed. What was written so far is worthless.</exception>
    public static void Open(string from, string to, string passphrase) {
        using var source = File.OpenRead(from);
        var head = new byte[Mark.Length + RoundsSize + SaltSize];
        if (source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Mark)) throw new InvalidDataException("this is no sealed file");
        var rounds = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(Mark.Length));
        if (rounds is < 1 or > MostRounds) throw new InvalidDataException("this is no sealed file");
        using var cipher = Cipher(passphrase, rounds, head[(Mark.Length + RoundsSize)..]);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        var block = new byte[TagSize + BlockSize];
        for (var number = 0; ; number++) {
            var read = source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            var isLast = source.Position == source.Length;
            if (read < TagSize) throw new InvalidDataException("the file ends too early");
            var text = block.AsSpan(TagSize, read - TagSize);
            try {
                cipher.Decrypt(Nonce(number, isLast), text, block.AsSpan(0, TagSize), text);
            } catch (AuthenticationTagMismatchException e) {
                throw new InvalidDataException("the passphrase is another one, or the file was changed", e);
            }
            target.Write(text);
            if (isLast) return;
        }
    }

    private static AesGcm Cipher(string passphrase, int rounds, byte[] salt) => new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, 32), TagSize);

    private static byte[] Nonce(int number, bool isLast) {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteInt32BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
