using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>TZ 特記事項レコード (記録条件仕様 p. 16). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct SpecialMatterRecord(Record Record) {
    /// <summary>特記事項コード, 別表21 code.</summary>
    public string? MatterCode => Record.Text(2);

    /// <summary>コメントコード.</summary>
    public string? CommentCode => Record.Text(3);

    /// <summary>文字データ.</summary>
    public string? Text => Record.Text(4);
}
