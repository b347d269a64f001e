using System.Text;
using System.Text.Json;

namespace ClaimsCloud.Domain.Audit;

/// <summary>
/// Reads the file of an audit log and says whether it is whole. Without an anchor that means: nobody changed, removed or moved a line without making all hashes after it anew. With an
/// anchor, everything up to its number is what stood there when the anchor was made.
/// </summary>
public sealed class AuditFileCheck {
    private const int LongestLine = 64 * 1024;
    private const int MostFaults = 100;
    private const int HashLength = 64;
    private readonly Dictionary<long, string> anchors;
    private readonly List<AuditFault> faults = [];
    private readonly List<AuditEntryText> anchored = [];
    private string previous = "";
    private bool ended;

    private AuditFileCheck(IEnumerable<AuditAnchor> anchors) => this.anchors = anchors.DistinctBy(a => (a.Number, a.Hash)).GroupBy(a => a.Number)
        .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.Single().Hash : "");

    /// <summary>As the heading says; empty where there is none.</summary>
    public string Scope { get; private set; } = "";
    public long Entries { get; private set; }
    /// <summary>Hash of the last entry.</summary>
    public string Head => previous;
    public IReadOnlyList<AuditFault> Faults => faults;

    /// <summary>How many of the given anchors the log was compared with.</summary>
    public int Compared { get; private set; }

    /// <param name="known">Heads that the log had once; two of one number that differ fit nothing.</param>
    public static AuditFileCheck Run(Stream file, params IEnumerable<AuditAnchor> known) {
        var check = new AuditFileCheck(known);
        var line = 0;
        foreach (var (bytes, closed) in Lines(file)) check.Read(bytes, closed, ++line);
        if (!check.ended) check.Fault("AU5", line, "終わりの行がありません。途中で切れています。");
        foreach (var missing in check.anchors.Keys.Where(n => n > check.Entries || n < 1).Order()) check.Fault("AU6", line, $"控えの{missing}番の記録がありません。後ろが切り取られています。");
        return check;
    }

    /// <summary>Heads of the log of <paramref name="scope"/> that this log, that of the platform plane, keeps.</summary>
    public IEnumerable<AuditAnchor> AnchorsOf(string scope) {
        foreach (var entry in anchored.Where(e => e.Subject == scope))
            if (entry.Why?.Split(':') is [var number, { Length: HashLength } hash] && long.TryParse(number, out var n)) yield return new(n, hash);
    }

    private void Read(ReadOnlySpan<byte> bytes, bool closed, int line) {
        if (!closed) Fault("AU5", line, "行の途中で切れています。");
        if (ended) Fault("AU4", line, "終わりの行の後に、まだ行があります。");
        else if (line == 1) ReadHeading(bytes);
        else if (bytes.StartsWith(Encoding.ASCII.GetBytes(AuditChain.EndMark))) ReadEnd(bytes, line);
        else ReadEntry(bytes, line);
    }

    private void ReadHeading(ReadOnlySpan<byte> bytes) {
        var heading = Encoding.UTF8.GetString(bytes);
        if (heading.StartsWith(AuditChain.Format, StringComparison.Ordinal) && heading.Length > AuditChain.Format.Length) Scope = heading[AuditChain.Format.Length..];
        else Fault("AU1", 1, "操作記録のファイルの見出しではありません。");
        previous = AuditChain.Hash(bytes);
    }

    private void ReadEnd(ReadOnlySpan<byte> bytes, int line) {
        ended = true;
        if (!bytes.SequenceEqual(Encoding.ASCII.GetBytes(AuditChain.End(Entries, previous)))) Fault("AU5", line, "終わりの行が、その前の記録と合いません。行が抜かれています。");
    }

    private void ReadEntry(ReadOnlySpan<byte> bytes, int line) {
        Entries++;
        if (bytes.Length is <= HashLength + 1 or > LongestLine || bytes[HashLength] != ' ') {
            Fault("AU4", line, "記録の行として読めません。");
            return;
        }
        var stated = Encoding.Latin1.GetString(bytes[..HashLength]);
        var text = bytes[(HashLength + 1)..];
        if (AuditChain.Next(previous, text) != stated) Fault("AU2", line, "ハッシュが合いません。この行か前の行が、書き換え・削除・入れ替えられています。");
        // Each line is judged by what the one before says of itself: one change is one fault, not one for every line after it.
        previous = stated;
        if (Text(text) is not { } entry) Fault("AU4", line, "記録の内容を読めません。");
        else {
            if (entry.Number != Entries) Fault("AU3", line, $"番号が続いていません（{Entries}番のところに{entry.Number}番）。");
            if (entry.Act == "Anchored") anchored.Add(entry);
        }
        if (!anchors.TryGetValue(Entries, out var anchor)) return;
        Compared++;
        if (anchor != stated) Fault("AU6", line, $"控えの{Entries}番のハッシュと合いません。記録が作り直されています。");
    }

    private void Fault(string code, int line, string message) {
        if (faults.Count < MostFaults) faults.Add(new(code, line, message));
    }

    private static AuditEntryText? Text(ReadOnlySpan<byte> json) {
        try {
            return JsonSerializer.Deserialize<AuditEntryText>(json, JsonSerializerOptions.Web);
        } catch (JsonException) {
            return null;
        }
    }

    private static IEnumerable<(byte[] Line, bool Closed)> Lines(Stream file) {
        using var bytes = new BufferedStream(file, 1 << 16);
        var line = new List<byte>();
        for (var next = bytes.ReadByte(); next >= 0; next = bytes.ReadByte()) {
            if (next == '\n') {
                yield return ([.. line], true);
                line.Clear();
            } else if (line.Count <= LongestLine) line.Add((byte)next);
        }
        if (line.Count > 0) yield return ([.. line], false);
    }
}

/// <param name="Code">AU1 heading, AU2 hash, AU3 number, AU4 line that cannot be read, AU5 end, AU6 anchor.</param>
/// <param name="Line">From 1; 0 for an empty file.</param>
public sealed record AuditFault(string Code, int Line, string Message);

/// <summary>Of an entry's text what the check looks at.</summary>
internal sealed record AuditEntryText(long Number, string? Act, string? Subject, string? Why);
