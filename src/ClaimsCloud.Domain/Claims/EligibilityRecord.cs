using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>SN 資格確認レコード (記録条件仕様 p. 9). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct EligibilityRecord(Record Record) {
    /// <summary>負担者種別, 別表23 code.</summary>
    public string? PayerKind => Record.Text(2);

    /// <summary>確認区分, 別表24 code.</summary>
    public string? ConfirmationKind => Record.Text(3);

    /// <summary>枝番.</summary>
    public string? BranchNumber => Record.Text(7);
}
