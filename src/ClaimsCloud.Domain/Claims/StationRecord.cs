using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>HM 訪問看護ステーション情報レコード (記録条件仕様 p. 4). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct StationRecord(Record Record) {
    /// <summary>審査支払機関, 別表1 code.</summary>
    public string? ReviewOrganization => Record.Text(2);

    /// <summary>都道府県, 別表2 code.</summary>
    public string? Prefecture => Record.Text(3);

    /// <summary>点数表, 別表3 code.</summary>
    public string? FeeTable => Record.Text(4);

    /// <summary>訪問看護ステーションコード.</summary>
    public string? StationCode => Record.Text(5);

    /// <summary>訪問看護ステーション名称.</summary>
    public string? StationName => Record.Text(6);

    /// <summary>請求年月, a month.</summary>
    public ServiceMonth? BillingMonth => Record.Month(7);

    /// <summary>電話番号.</summary>
    public string? Phone => Record.Text(8);
}
