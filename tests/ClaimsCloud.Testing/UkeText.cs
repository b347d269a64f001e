using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing;

/// <summary>
/// Claim files written as readable text: a line feed stands for CR LF, ␊ for a line feed alone, ␀ for NUL, ␚ for 1A. Characters outside the
/// repertoire get the bytes that Windows would write. A text that begins with <c>[UTF-8]</c> is saved in UTF-8.
/// </summary>
public static class UkeText {
    internal static readonly Dictionary<string, byte[]> WindowsBytes = Enumerable.Range(0x81, 0x7C).Where(lead => lead is <= 0x9F or >= 0xE0)
        .SelectMany(lead => Enumerable.Range(0x40, 0xBD), (lead, trail) => new[] { (byte)lead, (byte)trail })
        .Select(pair => (Pair: pair, Character: OutsideRepertoire.CharacterOf(pair[0], pair[1]))).Where(p => p.Character is not null)
        .GroupBy(p => p.Character!).ToDictionary(g => g.Key, g => g.Last().Pair);

    public static byte[] Bytes(string text) {
        if (text.StartsWith("[UTF-8]", StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(Controls(text["[UTF-8]".Length..]));
        var bytes = new List<byte>();
        foreach (var rune in Controls(text).EnumerateRunes()) {
            var character = rune.ToString();
            if (rune.Value < 0x20) bytes.Add((byte)rune.Value);
            else if (character.All(ClaimText.Contains)) bytes.AddRange(ClaimText.Encode(character));
            else bytes.AddRange(WindowsBytes[character]);
        }
        return [.. bytes];
    }

    /// <summary>A sample of the folder Samples as the file that it stands for, with 1A at its end.</summary>
    public static byte[] Sample(string name) {
        using var stream = typeof(UkeText).Assembly.GetManifestResourceStream($"Samples/{name}.uke.txt")
            ?? throw new ArgumentException($"no sample {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return Bytes(reader.ReadToEnd() + "␚");
    }

    /// <summary>The text that <see cref="Bytes"/> makes this file of, for files that hold nothing outside the repertoire.</summary>
    public static string Shown(ReadOnlySpan<byte> file) {
        var lines = new StringBuilder();
        foreach (var line in file.Split("\r\n"u8)) lines.Append(lines.Length == 0 ? "" : "\n").Append(file[line] is [0x1A] ? "␚" : ClaimText.Decode(file[line]));
        return lines.ToString();
    }

    private static string Controls(string text) =>
        text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace('␊', '\n').Replace('␀', '\0').Replace('␚', '\u001A');
}
