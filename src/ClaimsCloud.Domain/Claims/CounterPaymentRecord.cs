using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>MF 窓口負担額レコード (記録条件仕様 p. 10). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct CounterPaymentRecord(Record Record) {
    /// <summary>窓口負担額区分, 別表26 code.</summary>
    public string? PaymentCategory => Record.Text(2);
}
