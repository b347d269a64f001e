using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>KS 専門の研修レコード (記録条件仕様 p. 16). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct TrainingRecord(Record Record) {
    /// <summary>専門の研修コード, 別表27 code.</summary>
    public string? TrainingCode => Record.Text(2);

    /// <summary>手順書交付年月日.</summary>
    public DateOnly? ProcedureDate => Record.Date(4);

    /// <summary>直近見直し年月日.</summary>
    public DateOnly? ReviewDate => Record.Date(5);
}
