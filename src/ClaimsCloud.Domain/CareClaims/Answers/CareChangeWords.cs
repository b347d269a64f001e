namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>The reason letters of 7311, reason codes of 7611 and results of 7621 in plain Japanese (サービス事業所編 p.68, 共通編 p.41).</summary>
public static class CareChangeWords {
    private const string Ask = "納得できないときは、連合会に確かめてください。";

    public static CareErrorWords Of(CareAnswerLine line) {
        ArgumentNullException.ThrowIfNull(line);
        return line.Kind switch {
            CareAnswerKind.Adjusted => Adjusted(line.Code),
            CareAnswerKind.Withdrawn => new(true, "過誤申立により取り下げられました", "正しい内容で、もう一度請求してください。", "事業所"),
            CareAnswerKind.Reviewed => Reviewed(line.Code),
            _ => new(false, line.Text, Ask, "連合会"),
        };
    }

    private static CareErrorWords Adjusted(string letter) => letter switch {
        "A" => new(true, "給付管理票に記載がありません", "居宅介護支援事業所に、給付管理票の修正を頼んでください。", "ケアマネジャー"),
        "B" => new(true, "給付管理票の単位数を超えています", "居宅介護支援事業所に、給付管理票の修正を頼んでください。", "ケアマネジャー"),
        "C" => new(true, "サービスの内容が適当と認められません", Ask, "連合会"),
        "D" => new(true, "サービスが多すぎると判断されました", Ask, "連合会"),
        "E" => new(true, "サービスが重複しています", Ask, "連合会"),
        "F" => new(true, "算定の決まりに合いません", Ask, "連合会"),
        "G" => new(true, "そのほか不適当と判断されました", Ask, "連合会"),
        _ => new(false, "事由の記号の意味は手元の表にありません", Ask, "連合会"),
    };

    private static CareErrorWords Reviewed(string result) => result switch {
        "01" => new(true, "再審査の結果、原審のとおりです", Ask, "連合会"),
        "02" or "04" => new(true, "再審査の結果、増えました", "支払額を確かめてください。", "連合会"),
        "03" or "05" => new(true, "再審査の結果、減りました", Ask, "連合会"),
        _ => new(false, "再審査の結果の番号の意味は手元の表にありません", Ask, "連合会"),
    };
}
