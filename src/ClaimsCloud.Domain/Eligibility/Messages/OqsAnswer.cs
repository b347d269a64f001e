using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>処理結果区分: how far the server is.</summary>
public enum AnswerProgress {
    /// <summary>Not told, or an unknown code.</summary>
    Unknown,
    Done,
    /// <summary>A bulk answer is still being made: fetch again later with the same 受付番号.</summary>
    Processing,
    Failed,
}

/// <summary>A file of <c>res</c> or <c>face</c> as read. Reading never throws; when <see cref="Damaged"/> is true nothing in it may be relied on.</summary>
/// <param name="Units">One for a person asked for; empty in the first answer of a bulk request and in a damaged file.</param>
public sealed record OqsAnswer(OqsFileName Name, OqsEncoding Encoding, Block Header, Block Body, IReadOnlyList<AnswerUnit> Units, IReadOnlyList<Finding> Findings) {
    public bool Damaged => Findings.Any(f => f.Severity == Severity.FileRefused);

    /// <summary>An answer without 処理結果区分 counts as done: the first answers of bulk requests have none.</summary>
    public AnswerProgress Progress => Header.Text("SegmentOfResult") switch {
        null or "1" => AnswerProgress.Done,
        "2" => AnswerProgress.Processing,
        "9" => AnswerProgress.Failed,
        _ => AnswerProgress.Unknown,
    };

    /// <summary>医療機関コード, 10 digits; null when not told.</summary>
    public string? StationCode => Header.Text("MedicalInstitutionCode");

    /// <summary>任意のファイル識別子 of the request; a device's own value in face results.</summary>
    public string? Identifier => Header.Text("ArbitraryFileIdentifier");

    /// <summary>受付番号, in the body of the first and in the header of the second answer.</summary>
    public string? ReceptionNumber => Body.Text("ReceptionNumber") ?? Header.Text("ReceptionNumber");

    /// <summary>処理実行日時, Japanese time.</summary>
    public DateTime? ProcessedAt => Header.Time("ProcessExecutionTime");

    /// <summary>The day for which the qualification was confirmed: 資格確認日, else the day of processing.</summary>
    public DateOnly? ConfirmedOn => Header.Date("QualificationConfirmationDate") ?? (ProcessedAt is { } at ? DateOnly.FromDateTime(at) : null);
}
