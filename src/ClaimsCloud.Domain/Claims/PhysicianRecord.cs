using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>IH 医療機関・保険医情報レコード (記録条件仕様 p. 12). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct PhysicianRecord(Record Record) {
    /// <summary>医療機関等の都道府県, 別表2 code.</summary>
    public string? Prefecture => Record.Text(2);

    /// <summary>医療機関等の点数表, 別表3 code.</summary>
    public string? FeeTable => Record.Text(3);

    /// <summary>医療機関等のコード.</summary>
    public string? InstitutionCode => Record.Text(4);

    /// <summary>主治医の属する医療機関等の名称.</summary>
    public string? InstitutionName => Record.Text(5);

    /// <summary>主治医の氏名.</summary>
    public string? PhysicianName => Record.Text(6);

    /// <summary>主治医への直近報告年月日.</summary>
    public DateOnly? LastReportDate => Record.Date(7);
}
