using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Edge.Relay;

/// <summary>An envelope that cannot be opened: another key, another number, another direction, or changed on the way.</summary>
internal sealed class EnvelopeException(string message) : Exception(message);

/// <summary>
/// Seals and opens what the two PCs exchange: encrypted for the other one, signed by the sender, bound to its number and direction. Nonce, tag, content, signature.
/// </summary>
internal sealed class Envelopes : IDisposable {
    public const string ToUplink = "to-uplink";
    public const string ToTerminal = "to-terminal";
    /// <summary>A part of a file and what stands around it.</summary>
    public const int Largest = 6 << 20;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SignatureSize = 64;

    private readonly RelayKey _mine;
    private readonly AesGcm _cipher;
    private readonly ECDsa _theirs = ECDsa.Create();

    /// <param name="other">Public key of the other PC, pinned.</param>
    public Envelopes(RelayKey mine, string other) {
        (_mine, _cipher) = (mine, new(mine.SharedWith(other), TagSize));
        _theirs.ImportSubjectPublicKeyInfo(Convert.FromBase64String(other), out _);
    }

    public byte[] Seal(string number, string direction, byte[] content) {
        var envelope = new byte[NonceSize + TagSize + content.Length + SignatureSize];
        RandomNumberGenerator.Fill(envelope.AsSpan(0, NonceSize));
        lock (_cipher) _cipher.Encrypt(envelope.AsSpan(0, NonceSize), content, envelope.AsSpan(NonceSize + TagSize, content.Length), envelope.AsSpan(NonceSize, TagSize), Around(number, direction));
        _mine.Sign(Signed(number, direction, envelope.AsSpan(..^SignatureSize))).CopyTo(envelope, envelope.Length - SignatureSize);
        return envelope;
    }

    /// <exception cref="EnvelopeException">It is not from the other PC, or not this one.</exception>
    public byte[] Open(string number, string direction, byte[] envelope) {
        if (envelope.Length is < NonceSize + TagSize + SignatureSize or > Largest) throw new EnvelopeException("the envelope has no possible size");
        var signed = envelope.AsSpan(..^SignatureSize);
        lock (_theirs)
            if (!_theirs.VerifyData(Signed(number, direction, signed), envelope.AsSpan(^SignatureSize..), HashAlgorithmName.SHA256)) throw new EnvelopeException("the signature is not the other PC's");
        var content = new byte[signed.Length - NonceSize - TagSize];
        try {
            lock (_cipher) _cipher.Decrypt(signed[..NonceSize], signed[(NonceSize + TagSize)..], signed.Slice(NonceSize, TagSize), content, Around(number, direction));
        } catch (AuthenticationTagMismatchException) {
            throw new EnvelopeException("the envelope cannot be opened");
        }
        return content;
    }

    /// <summary>Numbers are names of files and parts of addresses.</summary>
    public static bool IsNumber(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    public void Dispose() {
        _cipher.Dispose();
        _theirs.Dispose();
    }

    private static byte[] Around(string number, string direction) => Encoding.ASCII.GetBytes($"{direction}\n{number}\n");

    private static byte[] Signed(string number, string direction, ReadOnlySpan<byte> content) => [.. Around(number, direction), .. content];
}
