namespace ClaimsCloud.Domain.Checks;

/// <summary>What the payer would do, in the payer's terms; ordered from worst to least.</summary>
public enum Severity {
    /// <summary>受付不能（ファイル）: the whole file is not taken.</summary>
    FileRefused,
    /// <summary>受付不能: this claim is not taken.</summary>
    ClaimRefused,
    /// <summary>要確認・返戻見込: taken, but likely to come back.</summary>
    LikelyReturn,
    /// <summary>照会: the payer may ask.</summary>
    Query,
    /// <summary>参考: nothing to fear, something to know.</summary>
    Hint,
}

/// <summary>What the check can say. "Not checked" is never "passed".</summary>
public enum Verdict {
    Fail,
    /// <summary>A person took the finding on herself.</summary>
    Overridden,
    /// <summary>Data that the check needs was not there.</summary>
    NotChecked,
}

/// <summary>Where in a file: lines and claims count from 1, the byte offset from 0 at the file's first byte.</summary>
/// <param name="Claim">レセプト番号 by position in the file, not as recorded; null outside a claim.</param>
/// <param name="Record">Record id (<c>RE</c>…), null when there is no record.</param>
/// <param name="Field">Official name of the field, null when the whole record is meant.</param>
public readonly record struct Place(int? Claim, string? Record, int? Line, long? Offset, string? Field) {
    public static readonly Place WholeFile;
}

/// <summary>One thing a check has to say. Messages are Japanese, for the person who must act, and hold no patient data beyond the field's own value.</summary>
/// <param name="Code">Rule id, never reused.</param>
/// <param name="Fix">What to do about it, in Japanese.</param>
/// <param name="Source">The document and place the rule comes from.</param>
public sealed record Finding(string Code, Severity Severity, Verdict Verdict, Place Place, string Message, string Fix, string Source) {
    /// <summary>Who took it on herself, when the verdict is <see cref="Verdict.Overridden"/>; else null.</summary>
    public FindingOverride? Override { get; init; }

    /// <summary>True when the file should not leave like this: a failed check above the level of a hint.</summary>
    public bool IsError => Verdict == Verdict.Fail && Severity < Severity.Hint;
}
