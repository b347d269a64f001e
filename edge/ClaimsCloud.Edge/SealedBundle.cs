using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ClaimsCloud.Edge;

/// <summary>
/// Everything that makes this connector this connector, for the move to another PC: key, settings, ledger and what has not arrived yet, sealed with a passphrase
/// (PBKDF2, then AES-256-GCM in blocks, each with its number and the last one marked, so that none can be left out or moved).
/// </summary>
internal static class SealedBundle {
    private const int Rounds = 600_000;
    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const int NonceSize = 12;
    private const int BlockSize = 1 << 20;
    private static readonly byte[] Mark = "CLAIMS-EDGE-1\n"u8.ToArray();
    private static readonly string[] Carried = ["settings.json", "certificates.json"];

    /// <exception cref="InvalidOperationException">The connector runs, or is not enrolled.</exception>
    public static void Export(string dataFolder, string bundle, string passphrase) {
        using var claim = PrivateFolder.Claim(dataFolder);
        var plain = bundle + ".part";
        try {
            Pack(dataFolder, plain);
            Seal(plain, bundle, passphrase);
        } finally {
            File.Delete(plain);
        }
    }

    /// <exception cref="InvalidOperationException">The passphrase is wrong, the bundle was changed, or the folder is in use; the message is for the person at the PC. Nothing is left behind.</exception>
    public static void Open(string bundle, string passphrase, string dataFolder) {
        if (File.Exists(Path.Combine(dataFolder, "device.key"))) throw new InvalidOperationException("このフォルダーにはすでに登録があります。空のフォルダーを指定してください。");
        var plain = bundle + ".open";
        try {
            Unseal(bundle, plain, passphrase);
            PrivateFolder.Open(dataFolder);
            ZipFile.ExtractToDirectory(plain, dataFolder);
            // On this PC the key is sealed by this system.
            var key = Path.Combine(dataFolder, "device.key");
            var secret = File.ReadAllBytes(key);
            SecretFile.Write(key, secret);
        } finally {
            File.Delete(plain);
        }
    }

    private static void Pack(string dataFolder, string to) {
        File.Delete(to);
        using var zip = ZipFile.Open(to, ZipArchiveMode.Create);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var name in Carried.Where(n => File.Exists(Path.Combine(dataFolder, n)))) zip.CreateEntryFromFile(Path.Combine(dataFolder, name), name);
        using (var key = zip.CreateEntry("device.key").Open()) key.Write(SecretFile.Read(Path.Combine(dataFolder, "device.key")));
        var copy = Path.Combine(dataFolder, "ledger.copy");
        File.Delete(copy);
        using (var ledger = new Ledger(dataFolder, _ => { })) ledger.CopyTo(copy);
        zip.CreateEntryFromFile(copy, "ledger.db");
        File.Delete(copy);
        foreach (var waiting in Directory.GetFiles(Path.Combine(dataFolder, "spool"))) zip.CreateEntryFromFile(waiting, $"spool/{Path.GetFileName(waiting)}");
    }

    private static void Seal(string from, string to, string passphrase) {
        using var source = File.OpenRead(from);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        target.Write(Mark);
        target.Write(salt);
        using var cipher = Cipher(passphrase, salt);
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

    private static void Unseal(string from, string to, string passphrase) {
        using var source = File.OpenRead(from);
        var head = new byte[Mark.Length + SaltSize];
        if (source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Mark)) throw Refused(null);
        using var cipher = Cipher(passphrase, head[Mark.Length..]);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        var block = new byte[TagSize + BlockSize];
        try {
            for (var number = 0; ; number++) {
                var read = source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
                var isLast = source.Position == source.Length;
                if (read < TagSize) throw Refused(null);
                var text = block.AsSpan(TagSize, read - TagSize);
                cipher.Decrypt(Nonce(number, isLast), text, block.AsSpan(0, TagSize), text);
                target.Write(text);
                if (isLast) return;
            }
        } catch (AuthenticationTagMismatchException e) {
            throw Refused(e);
        }
    }

    private static InvalidOperationException Refused(Exception? cause) => new("引っ越し用ファイルを開けません。合い言葉が違うか、ファイルが壊れています。", cause);

    private static AesGcm Cipher(string passphrase, byte[] salt) => new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, 32), TagSize);

    private static byte[] Nonce(int number, bool isLast) {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteInt32BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
