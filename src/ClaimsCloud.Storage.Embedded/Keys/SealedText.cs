using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>
/// Bodies of one scope under AES-256-GCM: a byte for the form, four for the key's number, nonce, tag, cipher text. The key is derived for the scope, the place of the body is bound in. A nonce is
/// random: good for four thousand million writes under one key of one scope.
/// </summary>
internal sealed class SealedText(StoreKeys keys, string scope) : ITextSeal {
    private const byte Form = 1;
    private const int Head = 1 + sizeof(int), NonceLength = 12, TagLength = 16, Before = Head + NonceLength + TagLength;
    private readonly ConcurrentDictionary<int, byte[]> derived = new();

    public object Seal(string place, string text) {
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[Before + plain.Length];
        whole[0] = Form;
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(1), keys.Current);
        var nonce = whole.AsSpan(Head, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(keys.Current), TagLength);
        aes.Encrypt(nonce, plain, whole.AsSpan(Before), whole.AsSpan(Head + NonceLength, TagLength), Bound(place));
        return whole;
    }

    public string Open(string place, SqliteDataReader row, int column) {
        if (row.GetValue(column) is not byte[] { Length: >= Before } whole || whole[0] != Form) throw new CryptographicException($"{Shown(place)} is not encrypted.");
        var plain = new byte[whole.Length - Before];
        using var aes = new AesGcm(Key(BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(1))), TagLength);
        try {
            aes.Decrypt(whole.AsSpan(Head, NonceLength), whole.AsSpan(Before), whole.AsSpan(Head + NonceLength, TagLength), plain, Bound(place));
        } catch (AuthenticationTagMismatchException e) {
            throw new CryptographicException($"{Shown(place)} does not decrypt: it was moved or changed.", e);
        }
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Key(int number) => derived.GetOrAdd(number, n => keys.Derive(n, $"{scope}\ntexts"));

    private byte[] Bound(string place) => Encoding.UTF8.GetBytes($"{scope}\n{place}");

    private static string Shown(string place) => place.Replace('\n', ' ');
}
