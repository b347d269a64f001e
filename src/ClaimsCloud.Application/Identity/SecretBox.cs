using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Application.Identity;

/// <summary>Keeps the keys of second factors unreadable at rest: AES-256-GCM with a key that is in no store, bound to the person.</summary>
public sealed class SecretBox {
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;
    private readonly byte[] key;

    /// <param name="key">32 bytes, base 64.</param>
    public SecretBox(string key) {
        this.key = Convert.FromBase64String(key);
        if (this.key.Length != KeyLength) throw new ArgumentException($"The key of secrets has {KeyLength} bytes.", nameof(key));
    }

    internal string Seal(string personId, ReadOnlySpan<byte> secret) {
        var whole = new byte[NonceLength + TagLength + secret.Length];
        var (nonce, tag, hidden) = Parts(whole);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce.Span, secret, hidden.Span, tag.Span, Encoding.UTF8.GetBytes(personId));
        return Convert.ToBase64String(whole);
    }

    /// <exception cref="CryptographicException">Another key, another person, or a change.</exception>
    internal byte[] Open(string personId, string sealedSecret) {
        var (nonce, tag, hidden) = Parts(Convert.FromBase64String(sealedSecret));
        var secret = new byte[hidden.Length];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(nonce.Span, hidden.Span, tag.Span, secret, Encoding.UTF8.GetBytes(personId));
        return secret;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Hidden) Parts(byte[] whole) =>
        (whole.AsMemory(0, NonceLength), whole.AsMemory(NonceLength, TagLength), whole.AsMemory(NonceLength + TagLength));
}
