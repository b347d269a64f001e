using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>CO コメントレコード (記録条件仕様 p. 17). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct CommentRecord(Record Record) {
    /// <summary>コメントコード.</summary>
    public string? CommentCode => Record.Text(2);

    /// <summary>文字データ.</summary>
    public string? Text => Record.Text(3);
}
