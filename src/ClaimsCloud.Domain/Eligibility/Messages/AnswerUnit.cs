namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>What an answer says of one person asked for (or of one 照会番号 to be registered): all of a single answer, one unit of a bulk answer.</summary>
public sealed record AnswerUnit(Block Block) {
    /// <summary>処理結果状況 is 1: this person was processed. It says nothing about the card.</summary>
    public bool IsProcessed => Block.Text("ProcessingResultStatus") == "1";

    /// <summary>Of 別紙6-1, which nobody has: shown as it came. On a processed unit it is information, not an error.</summary>
    public string? ResultCode => Block.Text("ProcessingResultCode");

    public string? ResultMessage => Block.Text("ProcessingResultMessage");

    /// <summary>資格有効性, code of OQSCD006; null when not told.</summary>
    public string? Validity => Block.Text("QualificationValidity");

    /// <summary>照会条件 as echoed; null when not told.</summary>
    public Block? Asked => Block.First("QualificationConfirmSearchInfo");

    /// <summary>照会番号登録情報 as echoed; null when not told.</summary>
    public Block? Registration => Block.First("ReferenceNumberRegistrationInfo");

    /// <summary>資格確認結果, none to several: 医療保険 and 医療扶助 come together, and 複数該当 brings all.</summary>
    public IEnumerable<Block> Results => Block.All("ResultOfQualificationConfirmation");

    /// <summary>照会番号 that this station registered, of the result or of the unit around it; null when there is none or several disagree.</summary>
    public string? ReferenceNumber =>
        Results.SelectMany(r => r.Texts("ReferenceNumber")).Concat(Block.Texts("ReferenceNumber")).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
}
