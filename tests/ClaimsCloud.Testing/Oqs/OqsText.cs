using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing.Oqs;

/// <summary>Messages as bytes, the way a terminal may write them. Shares no reader with the product.</summary>
public static class OqsText {
    public static byte[] Utf8(XElement message) => Encoding.UTF8.GetBytes(Declared(message, "UTF-8"));

    public static byte[] ShiftJis(XElement message) => EncodeShiftJis(Declared(message, "Shift_JIS"));

    /// <summary>Says UTF-8 and is Shift_JIS.</summary>
    public static byte[] Mislabelled(XElement message) => EncodeShiftJis(Declared(message, "UTF-8"));

    /// <summary>Elements in another order; elements of one name keep theirs, because theirs has a meaning.</summary>
    public static XElement Shuffled(XElement message, Random random) {
        var children = message.Elements().Select(e => Shuffled(e, random)).ToList();
        var order = children.Select(c => c.Name).ToArray();
        random.Shuffle(order);
        var byName = children.GroupBy(c => c.Name).ToDictionary(g => g.Key, g => new Queue<XElement>(g));
        return children.Count == 0 ? new XElement(message) : new XElement(message.Name, order.Select(name => byName[name].Dequeue()));
    }

    /// <param name="encrypted">Marks the entry as encrypted; what is in it stays plain, since nobody is to open it.</param>
    public static byte[] Zip(string entryName, byte[] content, ZipMark encrypted) {
        var into = new MemoryStream();
        using (var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true)) {
            using var entry = archive.CreateEntry(entryName).Open();
            entry.Write(content);
        }
        var zip = into.ToArray();
        if (encrypted == ZipMark.Plain) return zip;
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    private static string Declared(XElement message, string encoding) => $"<?xml version=\"1.0\" encoding=\"{encoding}\" standalone=\"no\"?>\r\n{message}\r\n";

    /// <summary>What the claim repertoire does not know is looked up in what Windows knows (髙 is FBFC); what that does not know either becomes a reference.</summary>
    private static byte[] EncodeShiftJis(string text) {
        var bytes = new List<byte>(text.Length * 2);
        foreach (var rune in text.EnumerateRunes()) {
            if (rune.IsAscii) bytes.Add((byte)rune.Value);
            else if (rune.IsBmp && ClaimText.Contains((char)rune.Value)) bytes.AddRange(ClaimText.Encode(rune.ToString()));
            else if (UkeText.WindowsBytes.TryGetValue(rune.ToString(), out var pair)) bytes.AddRange(pair);
            else bytes.AddRange(Encoding.ASCII.GetBytes($"&#x{rune.Value:X};"));
        }
        return [.. bytes];
    }
}

/// <summary>Whether an entry of a ZIP says that it is encrypted.</summary>
public enum ZipMark {
    Plain,
    Encrypted,
}
