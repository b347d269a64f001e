using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>KA 訪問看護療養費レコード (記録条件仕様 p. 17). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct FeeRecord(Record Record) {
    /// <summary>算定年月日.</summary>
    public DateOnly? ServiceDate => Record.Date(2);

    /// <summary>負担区分, 別表22 code.</summary>
    public string? PayerShare => Record.Text(3);

    /// <summary>訪問看護療養費コード.</summary>
    public string? FeeCode => Record.Text(4);

    /// <summary>数量データ.</summary>
    public int? Quantity => Record.Number(5);

    /// <summary>金額, in yen.</summary>
    public int? Yen => Record.Number(6);

    /// <summary>職種等, codes of 別表20, 2 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> StaffCodes => Record.Codes(7, 2);

    /// <summary>同日訪問回数, 別表19 code.</summary>
    public string? VisitCount => Record.Text(8);

    /// <summary>指示区分, 別表12 code.</summary>
    public string? InstructionKind => Record.Text(9);
}
