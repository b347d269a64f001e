namespace ClaimsCloud.Domain.Checks;

/// <summary>What a rule must know beside the claim itself.</summary>
[Flags]
public enum CheckNeeds {
    None = 0,
    /// <summary>Fee tables of the service month, and a claim of a size that can be one.</summary>
    FeeSchedule = 1,
    /// <summary>届け出た施設基準 of the station.</summary>
    Standards = 1 << 1,
    /// <summary>What the station billed for the patient in other months.</summary>
    OtherMonths = 1 << 2,
    /// <summary>訪問の記録 of the month.</summary>
    Visits = 1 << 3,
    /// <summary>Users of the station in the patient's building.</summary>
    Building = 1 << 4,
    /// <summary>資格確認の結果.</summary>
    Eligibility = 1 << 5,
    /// <summary>要介護認定 and what the care insurance pays in the month.</summary>
    CareInsurance = 1 << 6,
    /// <summary>公費の受給者証 and 管理票.</summary>
    RecipientCards = 1 << 7,
    /// <summary>入院・退院・外泊.</summary>
    Stays = 1 << 8,
    /// <summary>Days on which another station came.</summary>
    OtherStations = 1 << 9,
    /// <summary>同意 for the 24-hour fee.</summary>
    Agreements = 1 << 10,
    /// <summary>傷病名マスター・修飾語マスター.</summary>
    DiseaseCodes = 1 << 11,
    /// <summary>コメントマスター.</summary>
    CommentCodes = 1 << 12,
}

/// <summary>Names of what is needed, for JSON and for people.</summary>
public static class CheckNeedsWords {
    private static readonly (CheckNeeds Need, string Name, string Japanese)[] Words = [
        (CheckNeeds.FeeSchedule, "fee-schedule", "指定訪問看護年月の療養費マスター（1レセプト2,000行まで）"),
        (CheckNeeds.Standards, "standards", "届け出た施設基準"),
        (CheckNeeds.OtherMonths, "other-months", "前後の月の算定"),
        (CheckNeeds.Visits, "visits", "訪問の記録"),
        (CheckNeeds.Building, "building", "同じ建物の利用者の数"),
        (CheckNeeds.Eligibility, "eligibility", "資格確認の結果"),
        (CheckNeeds.CareInsurance, "care-insurance", "要介護認定と介護保険の算定"),
        (CheckNeeds.RecipientCards, "recipient-cards", "受給者証と上限額管理票"),
        (CheckNeeds.Stays, "stays", "入院・退院の日"),
        (CheckNeeds.OtherStations, "other-stations", "ほかの訪問看護ステーションの訪問日"),
        (CheckNeeds.Agreements, "agreements", "24時間対応体制加算の同意"),
        (CheckNeeds.DiseaseCodes, "disease-codes", "傷病名・修飾語マスター"),
        (CheckNeeds.CommentCodes, "comment-codes", "コメントマスター"),
    ];

    /// <summary>The need when every piece is there, else nothing.</summary>
    internal static CheckNeeds If(this CheckNeeds need, params ReadOnlySpan<object?> pieces) {
        foreach (var piece in pieces)
            if (piece is null) return CheckNeeds.None;
        return need;
    }

    /// <summary>The single needs in stable order, as JSON names them; empty for <see cref="CheckNeeds.None"/>.</summary>
    public static IEnumerable<string> Names(this CheckNeeds needs) => Words.Where(w => needs.HasFlag(w.Need)).Select(w => w.Name);

    /// <summary>The needs as a sentence lists them, joined by 、.</summary>
    public static string Japanese(this CheckNeeds needs) => string.Join("、", Words.Where(w => needs.HasFlag(w.Need)).Select(w => w.Japanese));
}
