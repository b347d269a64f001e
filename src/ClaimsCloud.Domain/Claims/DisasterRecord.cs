using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>GI 災害等レコード (記録条件仕様 p. 11). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct DisasterRecord(Record Record) {
    /// <summary>災害救助法の適用を受けた年月日.</summary>
    public DateOnly? DisasterReliefDate => Record.Date(2);

    /// <summary>被災レセプト区分, 別表10 code.</summary>
    public string? DisasterCategory => Record.Text(3);

    /// <summary>未確認区分, codes of 別表11, 2 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> UnconfirmedCategories => Record.Codes(4, 2);

    /// <summary>住所.</summary>
    public string? Address => Record.Text(5);

    /// <summary>事業所名.</summary>
    public string? Workplace => Record.Text(6);

    /// <summary>連絡先.</summary>
    public string? Contact => Record.Text(7);

    /// <summary>被災前一部負担金額, in yen.</summary>
    public int? CopayBeforeDisasterYen => Record.Number(8);
}
