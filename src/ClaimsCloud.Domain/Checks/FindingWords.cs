namespace ClaimsCloud.Domain.Checks;

/// <summary>Severity and verdict as JSON names them and as Japanese screens show them.</summary>
public static class FindingWords {
    public static string Name(this Severity severity) => severity switch {
        Severity.FileRefused => "file-refused",
        Severity.ClaimRefused => "claim-refused",
        Severity.LikelyReturn => "likely-return",
        Severity.Query => "query",
        Severity.Hint => "hint",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Japanese(this Severity severity) => severity switch {
        Severity.FileRefused => "ファイル受付不能",
        Severity.ClaimRefused => "受付不能",
        Severity.LikelyReturn => "返戻の見込み",
        Severity.Query => "要確認",
        Severity.Hint => "参考",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Name(this Verdict verdict) => verdict switch {
        Verdict.Fail => "fail",
        Verdict.Overridden => "overridden",
        Verdict.NotChecked => "not-checked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    public static string Japanese(this Verdict verdict) => verdict switch {
        Verdict.Fail => "誤り",
        Verdict.Overridden => "確認済み",
        Verdict.NotChecked => "点検していません",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
