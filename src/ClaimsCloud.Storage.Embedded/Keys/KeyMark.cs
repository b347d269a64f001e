namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>
/// The file in the root of encrypted stores that says under which keys they were written, by number and fingerprint. Whoever opens the folder with other keys, with none, or with keys where the
/// data is not encrypted, is told so.
/// </summary>
internal static class KeyMark {
    public const string FileName = "keys.mark";

    /// <exception cref="StoreKeyException">Keys and folder do not belong together.</exception>
    public static void Check(string root, StoreKeys? keys) {
        var file = Path.Combine(root, FileName);
        var marks = File.Exists(file) ? Read(file) : [];
        if (keys is null) {
            if (marks.Count > 0) throw new StoreKeyException("These stores are encrypted and no key file is named (setting StoreKeysFile).");
            return;
        }
        if (marks.Count == 0 && HasData(root)) throw new StoreKeyException($"A key file is named, but these stores are not encrypted, or their {FileName} was lost. 'encrypt' encrypts them.");
        foreach (var (number, fingerprint) in marks) {
            if (!keys.Has(number)) throw new StoreKeyException($"These stores were written under key {number}, which is not in the key file.");
            if (keys.Fingerprint(number) != fingerprint) throw new StoreKeyException($"Key {number} of the key file is not the key {number} that these stores were written under.");
        }
        // Before the first row under a new key: a mark too many does no harm, a missing one would hide that a key is needed.
        if (!marks.ContainsKey(keys.Current)) Write(root, [.. marks.Select(m => (m.Key, m.Value)), (keys.Current, keys.Fingerprint(keys.Current))]);
    }

    private static bool HasData(string root) => Directory.Exists(Path.Combine(root, EmbeddedStores.PlatformFolder)) || Directory.Exists(Path.Combine(root, EmbeddedStores.TenantsFolder));

    private static Dictionary<int, string> Read(string file) {
        try {
            return File.ReadAllLines(file).Select(line => line.Split(' ')).ToDictionary(parts => int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts => parts[1]);
        } catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException) {
            throw new StoreKeyException($"{FileName} is damaged.", e);
        }
    }

    private static void Write(string root, IEnumerable<(int Number, string Fingerprint)> marks) {
        var temporary = Path.Combine(root, FileName + ".new");
        using (var text = new StreamWriter(new FileStream(temporary, FileMode.Create))) {
            foreach (var (number, fingerprint) in marks) text.Write($"{number} {fingerprint}\n");
            text.Flush();
            ((FileStream)text.BaseStream).Flush(flushToDisk: true);
        }
        File.Move(temporary, Path.Combine(root, FileName), overwrite: true);
        Disk.FlushFolder(root, root);
    }
}
