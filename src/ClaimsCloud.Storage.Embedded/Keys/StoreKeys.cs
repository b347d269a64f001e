using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>
/// The keys of the embedded stores, from a file outside their folder: one line a key, its number and 32 bytes in base 64. The last line is the key of all that is written from now on; the
/// ones before it are there to read what was written under them.
/// </summary>
public sealed class StoreKeys {
    private const int KeyLength = 32;
    private readonly IReadOnlyDictionary<int, byte[]> keys;

    private StoreKeys(IReadOnlyDictionary<int, byte[]> keys, int current) => (this.keys, Current) = (keys, current);

    /// <summary>Number of the key that is written with.</summary>
    public int Current { get; }

    /// <summary>A line of a key file: a new key.</summary>
    public static string NewLine(int number) => $"{number.ToString(CultureInfo.InvariantCulture)} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength))}\n";

    /// <exception cref="StoreKeyException">The text is no key file. What is wrong is named by its line, never by its content.</exception>
    public static StoreKeys Parse(string text) {
        var (keys, current) = (new Dictionary<int, byte[]>(), 0);
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index()) {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            var bytes = new byte[KeyLength];
            if (line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var key]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out current) || current == 0
                || !Convert.TryFromBase64String(key, bytes, out var length) || length != KeyLength || !keys.TryAdd(current, bytes))
                throw new StoreKeyException($"Line {index + 1} of the key file of the stores is not a number and {KeyLength} bytes in base 64, or its number comes twice.");
        }
        return keys.Count > 0 ? new(keys, current) : throw new StoreKeyException("The key file of the stores holds no key.");
    }

    /// <exception cref="StoreKeyException">There is no such file, or it is no key file.</exception>
    public static StoreKeys Read(string file) =>
        File.Exists(file) ? Parse(File.ReadAllText(file)) : throw new StoreKeyException("The key file of the stores is missing. Put it back from where you keep its copy; without it nobody can read the data.");

    internal bool Has(int number) => keys.ContainsKey(number);

    /// <summary>A key of its own for a purpose: HKDF-SHA256.</summary>
    internal byte[] Derive(int number, string purpose, byte[]? salt = null) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.TryGetValue(number, out var key) ? key : throw new StoreKeyException($"Key {number} is not in the key file of the stores."),
            KeyLength, salt, Encoding.UTF8.GetBytes("claimscloud store 1\n" + purpose));

    /// <summary>Tells one key from another and says nothing of it.</summary>
    internal string Fingerprint(int number) => Convert.ToHexStringLower(Derive(number, "fingerprint"));
}

/// <summary>The keys and the stores do not belong together. The host does not start: an empty store in place of a locked one would be a loss nobody sees.</summary>
public sealed class StoreKeyException(string message, Exception? inner = null) : Exception(message, inner);
