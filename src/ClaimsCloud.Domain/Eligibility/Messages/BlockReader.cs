using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>Elements to values, by name: what is missing, added or in another order does no harm.</summary>
internal sealed class BlockReader(OqsFindings findings) {
    private const string KeptAsIs = "値はそのまま残してあります。新しい仕様の可能性があるため、保守窓口へ連絡してください。";
    private const int LongestName = 60;

    public Block Read(MessageElement element, BlockLayout layout) {
        var values = new List<(int Position, BlockValue Value)>();
        var blocks = new List<(int Position, Block Block)>();
        foreach (var child in Lifted(element, layout)) {
            var known = layout.Find(child.Name);
            if (known?.Form == ElementForm.Block) blocks.Add((known.Position, Read(child, BlockLayout.Of(known.Table))));
            else if (known is not null && child.Children.Count == 0) values.Add((known.Position, Value(child, known, values)));
            else Keep(child, values, blocks);
        }
        return new(element.Name, element.Line, [.. values.OrderBy(v => v.Position).ThenBy(v => v.Value.Element, StringComparer.Ordinal).Select(v => v.Value)],
            [.. blocks.OrderBy(b => b.Position).ThenBy(b => b.Block.Name, StringComparer.Ordinal).Select(b => b.Block)]);
    }

    private static IEnumerable<MessageElement> Lifted(MessageElement element, BlockLayout layout) =>
        element.Children.SelectMany(c => layout.Find(c.Name)?.Form == ElementForm.Wrapper && string.IsNullOrWhiteSpace(c.Text) ? c.Children : [c]);

    private BlockValue Value(MessageElement element, ElementLayout layout, List<(int, BlockValue Value)> before) {
        var text = element.Text;
        var meaning = layout.Form == ElementForm.Code ? OqsCodes.Meaning(layout.Table, text) : null;
        if (layout.Form != ElementForm.Repeated && before.Exists(b => b.Value.Element == element.Name))
            findings.Add("EQ0103", Severity.Query, element.Line, layout.Japanese, $"「{layout.Japanese}」が二つあります。初めのものを使います。", "元のファイルを見て、正しい値を確かめてください。");
        if (text.Length > 0) Inspect(element, layout, meaning);
        return new(element.Name, layout.Japanese, layout.Form, text, element.Line, meaning) { NeverFuture = layout.NeverFuture };
    }

    private void Inspect(MessageElement element, ElementLayout layout, string? meaning) {
        if (layout.Form == ElementForm.Code && meaning is null)
            findings.Add("EQ0102", Severity.Query, element.Line, layout.Japanese, $"「{layout.Japanese}」が知らない値です。", KeptAsIs);
        else if (!Fits(element.Text, layout.Form))
            findings.Add("EQ0101", Severity.Query, element.Line, layout.Japanese, $"「{layout.Japanese}」を{Kind(layout.Form)}として読めません。", "元のファイルを見て、正しい値を確かめてください。");
        else if (layout.Max is { } max && element.Text.Length > max)
            findings.Add("EQ0104", Severity.Query, element.Line, layout.Japanese, $"「{layout.Japanese}」が{max}文字より長い値です。", KeptAsIs);
    }

    private static bool Fits(string text, ElementForm form) => form switch {
        ElementForm.Date => Block.ParseDate(text) is not null,
        ElementForm.Time => Block.ParseTime(text) is not null,
        ElementForm.Month => Block.ParseMonth(text) is not null,
        ElementForm.Number => text.Length <= 9 && text.All(char.IsAsciiDigit),
        _ => true,
    };

    private static string Kind(ElementForm form) => form switch {
        ElementForm.Date => "日付",
        ElementForm.Time => "日時",
        ElementForm.Month => "年月",
        _ => "数",
    };

    private void Keep(MessageElement element, List<(int, BlockValue)> values, List<(int, Block)> blocks) {
        var name = element.Name.Length <= LongestName ? element.Name : element.Name[..LongestName] + "…";
        findings.AddUnchecked("EQ0105", Severity.Hint, element.Line, null, $"知らない項目「{name}」があります。読み飛ばさずに残しました。", "対応は不要です。");
        if (element.Children.Count == 0) values.Add((int.MaxValue, Unknown(element)));
        else blocks.Add((int.MaxValue, Unread(element)));
    }

    private static BlockValue Unknown(MessageElement element) => new(element.Name, null, ElementForm.Text, element.Text, element.Line, null);

    private static Block Unread(MessageElement element) => new(element.Name, element.Line,
        [.. element.Children.Where(c => c.Children.Count == 0).Select(Unknown).OrderBy(v => v.Element, StringComparer.Ordinal)],
        [.. element.Children.Where(c => c.Children.Count > 0).Select(Unread).OrderBy(b => b.Name, StringComparer.Ordinal)]);
}
