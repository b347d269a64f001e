using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>
/// Fills one record. A value that the layout does not take – a character outside the repertoire, half-width where full-width is asked, too long – stays out and
/// is a finding: nothing is ever replaced or cut.
/// </summary>
internal sealed class RecordFiller(string record, ClaimSpec spec, CalculationFindings findings) {
    private const string Source = "記録条件仕様（訪問看護用）令和6年6月版 p.3";

    public RecordDraft Draft { get; } = new(spec.Record(record)!);

    /// <summary>Empty stays empty.</summary>
    public RecordFiller Set(string field, string value, BundlePlace place = default) {
        if (value.Length == 0) return this;
        var layout = Draft.Layout!.Field(field)!;
        Span<byte> room = value.Length <= 256 ? stackalloc byte[512] : new byte[value.Length * 2];
        // Empty where a character is outside the repertoire: then that is the problem.
        ReadOnlySpan<byte> bytes = ClaimText.TryEncode(value, room, out var length) ? room[..length] : [];
        if (Problem(layout, value, bytes) is { } problem) findings.Refuse("L03a", place, $"{layout.Japanese}「{value}」は{problem}", "元のデータを直してください。氏名は置き換えた字と元の字の両方を登録できます。", Source);
        else Draft.Set(layout.Position, bytes.ToArray());
        return this;
    }

    public RecordFiller Set(string field, DateOnly? date) => Set(field, date is { } day ? ((((day.Year * 100) + day.Month) * 100) + day.Day).ToString("D8") : "");

    public RecordFiller Set(string field, int? number) => Set(field, number is { } value ? $"{value}" : "");

    private static string? Problem(FieldLayout layout, string value, ReadOnlySpan<byte> encoded) {
        foreach (var c in value) {
            if (!ClaimText.Contains(c)) return OutsideRepertoire.SubstituteFor($"{c}") is { } substitute ? $"「{c}」が記録できません。「{substitute}」などに置き換えます。" : $"「{c}」（U+{(int)c:X4}）が記録できません。";
            if (c is ',' or '"') return "コンマや引用符を含みます。";
        }
        var bytes = encoded.Length;
        var fullWidth = bytes == value.Length * 2;
        if (layout.Mode == FieldMode.Kanji && !fullWidth) return "全角で記録します。";
        if (layout.Mode == FieldMode.AlphanumericOrKanji && !fullWidth && bytes != value.Length) return "全角と半角が混ざっています。";
        if (layout.Mode is FieldMode.Numeric or FieldMode.Alphanumeric && bytes != value.Length) return "半角で記録します。";
        if (layout.Mode == FieldMode.Numeric && value.AsSpan().ContainsAnyExceptInRange('0', '9')) return "数字だけで記録します。";
        if (bytes > layout.MaxBytes) return $"{layout.MaxBytes}バイトを超えます。";
        return layout.Fixed && bytes != layout.MaxBytes ? $"{layout.MaxBytes}バイトで記録します。" : null;
    }
}
