using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>TJ 情報提供レコード (記録条件仕様 p. 16). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct InformationRecord(Record Record) {
    /// <summary>情報提供先コード, 別表18 code.</summary>
    public string? RecipientCode => Record.Text(2);

    /// <summary>前回算定年月, a month.</summary>
    public ServiceMonth? PreviousMonth => Record.Month(4);
}
