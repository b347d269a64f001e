using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>SY 傷病名レコード (記録条件仕様 p. 13). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct DiseaseRecord(Record Record) {
    /// <summary>傷病名コード.</summary>
    public string? DiseaseCode => Record.Text(2);

    /// <summary>修飾語コード, codes, 4 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> ModifierCodes => Record.Codes(3, 4);

    /// <summary>傷病名称.</summary>
    public string? DiseaseName => Record.Text(4);

    /// <summary>補足コメント.</summary>
    public string? Comment => Record.Text(5);
}
