using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// What is wrong with messages. A bulk file may hold the same fault ten thousand times: each kind is told with its first places, then counted. Values of
/// a message are patient data and never stand in a text.
/// </summary>
internal sealed class OqsFindings {
    private const int PlacesOfOneKind = 20;
    internal const string Source = "オンライン資格確認のファイル連携（公開情報による。公式の外部インターフェイス仕様書と照合が必要）";
    private readonly List<Finding> _found = [];
    private readonly Dictionary<(string, string?), int> _counts = [];

    public IReadOnlyList<Finding> All => [.. _found, .. _counts.Where(c => c.Value > PlacesOfOneKind).Select(c => new Finding("EQ0099", Severity.Hint, Verdict.NotChecked,
        new(null, null, null, null, c.Key.Item2), $"{c.Key.Item1}は全部で{c.Value:N0}件あります。初めの{PlacesOfOneKind}件だけを示しました。", "対応は不要です。", Source))];

    /// <summary>True when the file as a whole cannot be used.</summary>
    public bool HasRefusal => _found.Exists(f => f.Severity == Severity.FileRefused);

    public void Add(string code, Severity severity, int? line, string? field, string message, string fix) => Add(code, severity, Verdict.Fail, line, null, field, message, fix);

    public void AddUnchecked(string code, Severity severity, int? line, string? field, string message, string fix) =>
        Add(code, severity, Verdict.NotChecked, line, null, field, message, fix);

    /// <summary>The file as a whole cannot be used; its bytes are the caller's to keep.</summary>
    public void Refuse(string code, string message, string fix, int? line = null, long? offset = null) =>
        Add(code, Severity.FileRefused, Verdict.Fail, line, offset, null, message, fix);

    private void Add(string code, Severity severity, Verdict verdict, int? line, long? offset, string? field, string message, string fix) {
        var count = _counts.GetValueOrDefault((code, field)) + 1;
        _counts[(code, field)] = count;
        if (count <= PlacesOfOneKind) _found.Add(new(code, severity, verdict, new(null, null, line, offset, field), message, fix, Source));
    }
}
