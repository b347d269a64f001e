using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>RE レセプト共通レコード (記録条件仕様 p. 5). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct CommonRecord(Record Record) {
    /// <summary>レセプト番号.</summary>
    public int? ReceiptNumber => Record.Number(2);

    /// <summary>レセプト種別, 別表4 code.</summary>
    public string? ClaimType => Record.Text(3);

    /// <summary>指定訪問看護年月, a month.</summary>
    public ServiceMonth? ServiceMonth => Record.Month(4);

    /// <summary>氏名.</summary>
    public string? PatientName => Record.Text(5);

    /// <summary>カタカナ（氏名）.</summary>
    public string? PatientKana => Record.Text(6);

    /// <summary>男女区分, 別表5 code.</summary>
    public string? Sex => Record.Text(7);

    /// <summary>生年月日.</summary>
    public DateOnly? BirthDate => Record.Date(8);

    /// <summary>給付割合.</summary>
    public int? BenefitRate => Record.Number(11);

    /// <summary>レセプト特記, codes of 別表6, 2 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> SpecialNotes => Record.Codes(12, 2);

    /// <summary>一部負担金区分, 別表7 code.</summary>
    public string? CopayCategory => Record.Text(13);

    /// <summary>訪問看護記録番号等.</summary>
    public string? ChartNumber => Record.Text(14);

    /// <summary>検索番号.</summary>
    public string? SearchNumber => Record.Text(15);
}
