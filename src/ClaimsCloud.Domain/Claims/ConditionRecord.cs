using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>JS 心身の状態レコード (記録条件仕様 p. 13). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct ConditionRecord(Record Record) {
    /// <summary>心身の状態.</summary>
    public string? Condition => Record.Text(2);

    /// <summary>基準告示第２の１に規定する疾病等の有無, codes of 別表13, 2 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> ListedDiseasePresence => Record.Codes(3, 2);

    /// <summary>該当する疾病等, codes of 別表14, 3 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> ListedDiseases => Record.Codes(4, 3);

    /// <summary>ＧＡＦ尺度により判定した値, 別表28 code.</summary>
    public string? GafScore => Record.Text(5);

    /// <summary>ＧＡＦ尺度により判定した年月日.</summary>
    public DateOnly? GafDate => Record.Date(6);
}
