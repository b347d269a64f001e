using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>HO 保険者レコード (記録条件仕様 p. 7). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct InsurerRecord(Record Record) {
    /// <summary>保険者番号.</summary>
    public string? InsurerNumber => Record.Text(2);

    /// <summary>被保険者証等の記号.</summary>
    public string? Symbol => Record.Text(3);

    /// <summary>被保険者証等の番号.</summary>
    public string? Number => Record.Text(4);

    /// <summary>実日数, in days.</summary>
    public int? Days => Record.Number(5);

    /// <summary>合計金額, in yen.</summary>
    public int? TotalYen => Record.Number(6);

    /// <summary>職務上の事由, 別表8 code.</summary>
    public string? OnDutyReason => Record.Text(7);

    /// <summary>証明書番号.</summary>
    public string? CertificateNumber => Record.Text(8);

    /// <summary>負担金額・一部負担金額, in yen.</summary>
    public int? CopayYen => Record.Number(9);

    /// <summary>減免区分, 別表9 code.</summary>
    public string? ReductionCategory => Record.Text(10);

    /// <summary>減額割合.</summary>
    public int? ReductionRate => Record.Number(11);

    /// <summary>減額金額, in yen.</summary>
    public int? ReductionYen => Record.Number(12);
}
