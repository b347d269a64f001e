using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>HJ 訪問看護指示レコード (記録条件仕様 p. 12). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct InstructionRecord(Record Record) {
    /// <summary>指示区分, 別表12 code.</summary>
    public string? InstructionKind => Record.Text(2);

    /// <summary>指示期間（自）.</summary>
    public DateOnly? PeriodStart => Record.Date(3);

    /// <summary>指示期間（至）.</summary>
    public DateOnly? PeriodEnd => Record.Date(4);
}
