using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Application.Identity;

/// <summary>Keeps the keys of second factors unreadable at rest, and challenges unreadable and unchanged on their way: AES-256-GCM with a key that is in no store, bound to a person or a purpose.</summary>
public sealed class SecretBox {
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;
    private readonly byte[] key;

    /// <param name="key">32 bytes, base 64.</param>
    public SecretBox(string key) {
        this.key = Convert.FromBase64String(key);
        if (this.key.Length != KeyLength) throw new ArgumentException($"The key of secrets has {KeyLength} bytes.", nameof(key));
    }

    /// <param name="boundTo">The person's id, or a purpose, which no id is like.</param>
    internal string Seal(string boundTo, ReadOnlySpan<byte> secret) {
        var whole = new byte[NonceLength + TagLength + secret.Length];
        var (nonce, tag, hidden) = Parts(whole);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce.Span, secret, hidden.Span, tag.Span, Encoding.UTF8.GetBytes(boundTo));
        return Convert.ToBase64String(whole);
    }

    /// <exception cref="CryptographicException">Another key, another person, or a change.</exception>
    internal byte[] Open(string boundTo, string sealedSecret) => Open(boundTo, Convert.FromBase64String(sealedSecret));

    /// <summary>For what came from outside; null when it was not sealed here for that.</summary>
    internal byte[]? TryOpen(string boundTo, string sealedText) {
        var whole = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, whole, out var length) || length < NonceLength + TagLength) return null;
        try {
            return Open(boundTo, whole[..length]);
        } catch (CryptographicException) {
            return null;
        }
    }

    private byte[] Open(string boundTo, byte[] whole) {
        var (nonce, tag, hidden) = Parts(whole);
        var secret = new byte[hidden.Length];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(nonce.Span, hidden.Span, tag.Span, secret, Encoding.UTF8.GetBytes(boundTo));
        return secret;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Hidden) Parts(byte[] whole) =>
        (whole.AsMemory(0, NonceLength), whole.AsMemory(NonceLength, TagLength), whole.AsMemory(NonceLength + TagLength));
}
