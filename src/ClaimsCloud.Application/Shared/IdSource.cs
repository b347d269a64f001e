using System.Security.Cryptography;

namespace ClaimsCloud.Application.Shared;

/// <summary>Where ids and codes come from. Real ones cannot be guessed; tests own theirs.</summary>
public abstract class IdSource {
    private const string IdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>26 characters, 130 bits.</summary>
    public string Next() => Text(IdAlphabet, 26);

    /// <summary>Every character of the alphabet is as likely as every other.</summary>
    public string Text(string alphabet, int length) => string.Create(length, (alphabet, this), static (into, state) => {
        Span<byte> one = stackalloc byte[1];
        var fair = 256 - 256 % state.alphabet.Length;
        for (var i = 0; i < into.Length;) {
            state.Item2.Fill(one);
            if (one[0] < fair) into[i++] = state.alphabet[one[0] % state.alphabet.Length];
        }
    });

    protected abstract void Fill(Span<byte> bytes);
}

public sealed class RandomIds : IdSource {
    protected override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
