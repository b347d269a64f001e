using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>KO 公費レコード (記録条件仕様 p. 8). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct PublicExpenseRecord(Record Record) {
    /// <summary>負担者番号.</summary>
    public string? PayerNumber => Record.Text(2);

    /// <summary>受給者番号.</summary>
    public string? RecipientNumber => Record.Text(3);

    /// <summary>任意給付区分.</summary>
    public string? OptionalBenefit => Record.Text(4);

    /// <summary>実日数, in days.</summary>
    public int? Days => Record.Number(5);

    /// <summary>合計金額, in yen.</summary>
    public int? TotalYen => Record.Number(6);

    /// <summary>一部負担金額, in yen.</summary>
    public int? CopayYen => Record.Number(7);

    /// <summary>公費給付対象一部負担金, in yen.</summary>
    public int? CoveredCopayYen => Record.Number(8);
}
