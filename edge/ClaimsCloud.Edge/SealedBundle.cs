using System.IO.Compression;

namespace ClaimsCloud.Edge;

/// <summary>Everything that makes this connector this connector, for the move to another PC: key, settings, ledger and what has not arrived yet, sealed with a passphrase.</summary>
internal static class SealedBundle {
    private static readonly string[] Carried = ["settings.json"];
    private static readonly string[] Secrets = ["device.key", "relay.key"];

    /// <exception cref="InvalidOperationException">The connector runs, or is not enrolled; the message is for the person at the PC.</exception>
    public static void Export(string dataFolder, string bundle, string passphrase) {
        using var claim = PrivateFolder.Claim(dataFolder);
        EdgeSettings.Load(dataFolder);
        var plain = Path.Combine(dataFolder, "bundle.part");
        try {
            Pack(dataFolder, plain);
            SealedFile.Seal(plain, bundle, passphrase, SealedFile.RoundsForPassphrase);
        } finally {
            File.Delete(plain);
        }
    }

    /// <exception cref="InvalidOperationException">The passphrase is wrong, the bundle was changed, or the folder is in use; the message is for the person at the PC. Nothing is left behind.</exception>
    public static void Open(string bundle, string passphrase, string dataFolder) {
        if (File.Exists(Path.Combine(dataFolder, "device.key"))) throw new InvalidOperationException("このフォルダーにはすでに登録があります。空のフォルダーを指定してください。");
        var plain = bundle + ".open";
        try {
            SealedFile.Open(bundle, plain, passphrase);
            PrivateFolder.Open(dataFolder);
            ZipFile.ExtractToDirectory(plain, dataFolder);
            // From now on the keys are sealed by this PC's system.
            foreach (var key in Secrets.Select(n => Path.Combine(dataFolder, n)).Where(File.Exists)) SecretFile.Write(key, File.ReadAllBytes(key));
        } catch (InvalidDataException e) {
            throw new InvalidOperationException("引っ越し用ファイルを開けません。合い言葉が違うか、ファイルが壊れています。", e);
        } finally {
            File.Delete(plain);
        }
    }

    private static void Pack(string dataFolder, string to) {
        File.Delete(to);
        using var zip = ZipFile.Open(to, ZipArchiveMode.Create);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var name in Carried.Where(n => File.Exists(Path.Combine(dataFolder, n)))) zip.CreateEntryFromFile(Path.Combine(dataFolder, name), name);
        foreach (var name in Secrets.Where(n => File.Exists(Path.Combine(dataFolder, n)))) {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(SecretFile.Read(Path.Combine(dataFolder, name)));
        }
        var copy = Path.Combine(dataFolder, "ledger.copy");
        File.Delete(copy);
        using (var ledger = new Ledger(dataFolder, _ => { })) ledger.CopyTo(copy);
        zip.CreateEntryFromFile(copy, "ledger.db");
        File.Delete(copy);
        // A connector that never ran has none yet.
        var spool = Path.Combine(dataFolder, "spool");
        if (!Directory.Exists(spool)) return;
        foreach (var waiting in Directory.GetFiles(spool)) zip.CreateEntryFromFile(waiting, $"spool/{Path.GetFileName(waiting)}");
    }
}
