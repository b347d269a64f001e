using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>How bad a finding is, in the payer's terms and in words of the office.</summary>
internal static class Severities {
    public const string NotChecked = "not-checked";
    public const string Overridden = "overridden";

    /// <summary>What findings can be filtered by: worst first, as the contract spells them.</summary>
    public static readonly string[] Filters = ["file-refused", "claim-refused", "likely-return", "query", "hint", NotChecked, Overridden];

    /// <summary>Those that a rule can have.</summary>
    public static readonly string[] OfRules = Filters[..5];

    public static string Word(string severity) => severity switch {
        "file-refused" => "ファイル受付不能", "claim-refused" => "受付不能", "likely-return" => "返戻のおそれ", "query" => "照会のおそれ", "hint" => "参考", NotChecked => "未点検", Overridden => "確認済み", _ => severity,
    };

    public static string Meaning(string severity) => severity switch {
        "file-refused" => "このままではファイルごと受け付けられません。",
        "claim-refused" => "このままではこのレセプトが受け付けられません。",
        "likely-return" => "受け付けられますが、返戻になるおそれがあります。",
        "query" => "審査で確認の連絡が来ることがあります。",
        NotChecked => "必要なデータがないため点検できませんでした。「問題なし」ではありません。",
        Overridden => "問題がないと判断した指摘です。封印を止めません。",
        _ => "直さなくても請求できます。",
    };

    public static Tone Tone(FindingRow finding) => finding.Verdict != "fail" ? Words.Tone.Quiet : Tone(finding.Severity);

    public static Tone Tone(string severity) => severity switch {
        "file-refused" or "claim-refused" => Words.Tone.Bad, "likely-return" => Words.Tone.Warn, "query" => Words.Tone.Info, _ => Words.Tone.Quiet,
    };

    /// <summary>What stands on the badge: that a check could not be made is never a pass.</summary>
    public static string Badge(FindingRow finding) => finding.Verdict switch { NotChecked or Overridden => Word(finding.Verdict), _ => Word(finding.Severity) };

    /// <summary>What only the payer's machine can take back is not for a person to take on.</summary>
    public static bool MayBeTaken(FindingRow finding) => finding is { Verdict: "fail", Claim: not null, Severity: "likely-return" or "query" or "hint" };

    /// <summary>12行目・18バイト目から・RE・氏名</summary>
    public static string Place(FindingRow finding) {
        string?[] parts = [
            finding.Line is { } line ? $"{Amounts.Number(line)}行目" : null, finding.Offset is { } offset ? $"先頭から{Amounts.Number(offset)}バイト" : null,
            finding.Record is { Length: > 0 } record ? $"{record}レコード" : null, finding.Field is { Length: > 0 } field ? $"「{field}」" : null,
        ];
        return parts.Any(p => p is not null) ? string.Join("　", parts.Where(p => p is not null)) : "ファイル全体";
    }
}
