using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>
/// Blobs of one scope under AES-256-GCM, in chunks: a range is read without the rest, and memory does not grow with the file. Each file has a key of its own (HKDF with the salt in its head), a
/// chunk's nonce is its number and whether it is the last, scope and name are bound in: a chunk that is cut off, moved, repeated, or of another file does not open.
/// </summary>
internal sealed class BlobSeal(StoreKeys keys, string scope) {
    public const int ChunkLength = 64 * 1024, TagLength = 16;
    private const int SaltLength = 32;
    private static readonly byte[] Form = "CCB1"u8.ToArray();

    public static readonly int HeadLength = Form.Length + sizeof(int) + SaltLength;

    /// <summary>For a new file.</summary>
    public (byte[] Head, ChunkCipher Chunks) New(string name) {
        var head = new byte[HeadLength];
        Form.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Form.Length), keys.Current);
        RandomNumberGenerator.Fill(head.AsSpan(Form.Length + sizeof(int)));
        return (head, Chunks(head, name));
    }

    /// <exception cref="CryptographicException">The file is not one of these.</exception>
    public ChunkCipher Chunks(ReadOnlySpan<byte> head, string name) {
        if (!head.StartsWith(Form)) throw new CryptographicException($"Blob {name} is not encrypted.");
        var number = BinaryPrimitives.ReadInt32LittleEndian(head[Form.Length..]);
        return new(keys.Derive(number, $"{scope}\nblob\n{name}", head[(Form.Length + sizeof(int))..].ToArray()), Encoding.UTF8.GetBytes($"{scope}\n{name}"), name);
    }

    /// <summary>Bytes of the plain text in a file of so many; its number of chunks. A whole file has at least one.</summary>
    public static (long Size, long Chunks) Sizes(long fileLength, string name) {
        var body = fileLength - HeadLength;
        var (whole, rest) = Math.DivRem(body, ChunkLength + TagLength);
        if (body < TagLength || (rest > 0 && rest < TagLength)) throw new CryptographicException($"Blob {name} was cut.");
        var chunks = whole + (rest > 0 ? 1 : 0);
        return (body - chunks * TagLength, chunks);
    }
}

internal sealed class ChunkCipher(byte[] key, byte[] bound, string name) : IDisposable {
    private readonly AesGcm aes = new(key, BlobSeal.TagLength);

    /// <param name="into">Cipher text, then the tag.</param>
    public void Seal(long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> into) =>
        aes.Encrypt(Nonce(number, isLast), plain, into[..plain.Length], into.Slice(plain.Length, BlobSeal.TagLength), bound);

    public void Open(long number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> plain) {
        try {
            aes.Decrypt(Nonce(number, isLast), chunk[..^BlobSeal.TagLength], chunk[^BlobSeal.TagLength..], plain, bound);
        } catch (AuthenticationTagMismatchException e) {
            throw new CryptographicException($"Blob {name} does not decrypt: it was cut, moved or changed.", e);
        }
    }

    public void Dispose() => aes.Dispose();

    private static byte[] Nonce(long number, bool isLast) {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
