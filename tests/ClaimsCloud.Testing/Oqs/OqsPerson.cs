namespace ClaimsCloud.Testing.Oqs;

/// <summary>A fictional person as the insurer's side knows her.</summary>
/// <param name="Insurer">Without padding.</param>
/// <param name="Birth"><c>yyyyMMdd</c>.</param>
/// <param name="Validity">資格有効性; <c>1</c> is valid.</param>
public sealed record OqsPerson(string Insurer, string? Symbol, string Number, string? Branch, string Name, string Kana, string Sex, string Birth, string Validity = "1") {
    /// <summary>Insurer and number under which she is still found although her card is another now.</summary>
    public (string Insurer, string Number)? Former { get; init; }

    public string? Relationship { get; init; } = "1";
    public string? ValidFrom { get; init; } = "20240401";
    public string? ValidTo { get; init; }
    public string? LostOn { get; init; }
    public string? ReasonOfLoss { get; init; }

    /// <summary>Three digits, 後期高齢者.</summary>
    public string? Ratio { get; init; }

    /// <summary>適用区分; told only with consent.</summary>
    public string? LimitClass { get; init; }

    /// <summary>Day of consent at home; null: none.</summary>
    public string? ConsentOn { get; init; }

    /// <summary>Month of a 医療券; not null makes this a person on 医療扶助.</summary>
    public string? AidMonth { get; init; }

    public static readonly OqsPerson Taro = new("999999", "12-34", "567", "01", "架空　太郎", "ｶｸｳ ﾀﾛｳ", "1", "19540203") { LimitClass = "B05", ConsentOn = "20260331" };
    public static readonly OqsPerson Hanako = new("39999999", null, "00001234", null, "架空　花子", "ｶｸｳ ﾊﾅｺ", "2", "19400101") { Ratio = "010", ConsentOn = "20260401" };
    public static readonly OqsPerson Jiro = new("12999999", null, "9999999", null, "架空　次郎", "ｶｸｳ ｼﾞﾛｳ", "1", "19500505") { AidMonth = "202604" };
    public static readonly OqsPerson Takahashi = new("06999999", "東京・１", "88", "02", "髙橋　德子", "ﾀｶﾊｼ ﾄｸｺ", "2", "19480930") { ConsentOn = "20260401" };

    public static IReadOnlyList<OqsPerson> All { get; } = [Taro, Hanako, Jiro, Takahashi];
}
