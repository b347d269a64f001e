using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>
/// 履歴管理ブロック of one returned claim: what the payer knows of its past. It goes back byte for byte and is nobody's to change (manual p. 65 ④), so it is kept
/// as lines; only what is needed to recognise it is looked at. Each line: データ識別, 行番号, 枝番号, then an ordinary record.
/// </summary>
public sealed class HistoryBlock {
    internal HistoryBlock(IReadOnlyList<Record> lines) => Lines = lines;

    /// <summary>In file order; empty when the claim came without a history.</summary>
    public IReadOnlyList<Record> Lines { get; }

    /// <summary>検索番号 of the first record in it (RE item 15, MN item 4); null when it names none.</summary>
    public string? SearchNumber => Lines is [var first, ..] ? InnerId(first) switch { "RE" => first.Text(3 + 15), "MN" => first.Text(3 + 4), _ => null } : null;

    /// <summary>True when the block ends as every block must: with RC (レコード管理情報) of five items.</summary>
    public bool EndsWithControlRecord => Lines is [.., var last] && InnerId(last) == "RC" && last.FieldCount == 5;

    /// <summary>The index of the first line that is not the same, byte for byte (line ends apart: they belong to the file, not to the block); null when all are.</summary>
    public int? FirstDifference(IReadOnlyList<Record> other) {
        for (var i = 0; i < Math.Max(Lines.Count, other.Count); i++)
            if (i >= Lines.Count || i >= other.Count || !Lines[i].Bytes.SequenceEqual(other[i].Bytes)) return i;
        return null;
    }

    /// <summary>True for a line of a history block: it begins with one or two digits.</summary>
    internal static bool IsLine(in Record record) =>
        !record.ContinuesLine && record.FieldCount >= 4 && record.Field(1) is { Length: 1 or 2 } id && Records.Digits.TryInt(id, out _);

    /// <summary>The first line whose 行番号 and 枝番号 do not follow the line before it inside the same データ識別; null when all do.</summary>
    internal Record? FirstOutOfOrder() {
        for (var i = 0; i < Lines.Count; i++) {
            if (Lines[i].Number(2) is not { } number || Lines[i].Number(3) is not { } branch) return Lines[i];
            if (i == 0 || Lines[i].Number(1) != Lines[i - 1].Number(1)) continue;
            if ((number, branch).CompareTo((Lines[i - 1].Number(2)!.Value, Lines[i - 1].Number(3)!.Value)) <= 0) return Lines[i];
        }
        return null;
    }

    private static string? InnerId(in Record line) => line.Text(4);
}
