using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>The lines of a status list, with what is wrong with them as text: comma separated, no quotes, Shift_JIS, CRLF.</summary>
internal sealed class ListText {
    private const byte EndOfFile = 0x1A;
    private readonly List<Finding> findings = [];
    private readonly List<string[]> lines = [];

    public IReadOnlyList<string[]> Lines => lines;
    public List<Finding> Findings => findings;

    public static ListText Read(ReadOnlySpan<byte> bytes) {
        var text = new ListText();
        if (bytes.Length > 0 && bytes[^1] == EndOfFile) bytes = bytes[..^1];
        if (bytes.Length == 0) {
            text.findings.Add(ListFindings.Empty);
            return text;
        }
        // Every line ends with a line end: a last one that does not was cut off on the way.
        if (bytes[^1] != (byte)'\n') text.findings.Add(ListFindings.CutOff);
        while (bytes.Length > 0) {
            var end = bytes.IndexOf((byte)'\n');
            text.Add(end < 0 ? bytes : bytes[..end]);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
        return text;
    }

    private void Add(ReadOnlySpan<byte> line) {
        if (line.Length > 0 && line[^1] == (byte)'\r') line = line[..^1];
        if (!ClaimText.TryDecode(line, out var text)) {
            findings.Add(ListFindings.OutsideRepertoire(lines.Count + 1));
            text = ClaimText.Decode(line);
        }
        lines.Add(text.Split(','));
    }

    /// <summary>A value by its official position from 1, without surrounding spaces; empty when the line is shorter.</summary>
    public static string At(string[] line, int position) => position <= line.Length ? line[position - 1].Trim(' ', '　') : "";

    /// <summary>Full-width digits as half-width ones; the lists mix both.</summary>
    public static string Digits(string value) => string.Create(value.Length, value, static (into, from) => {
        for (var i = 0; i < from.Length; i++) into[i] = from[i] is >= '０' and <= '９' ? (char)(from[i] - '０' + '0') : from[i];
    });

    public static int? Number(string value) =>
        Digits(value) is { Length: > 0 and <= 6 } digits && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
}
