namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X14b: 特記事項「他」に利用者情報がない。</summary>
internal sealed class OtherStationMatter() : ClaimCheck(new Rule("X14b", Severity.LikelyReturn,
    "特記事項「他」に合う利用者情報がありません",
    "特記事項の01（他①）・02（他②）は、ほかの訪問看護ステーションの利用者情報（01・02）と一緒に記録します。",
    "利用者情報コードとほかの訪問看護ステーションを登録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.68", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,01,13,6,2345678,東京都港区新橋,訪問看護ステーション△△,,,,,\nTZ,01,,",
    "TZ,01,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user) return;
        foreach (var matter in claim.Matters) {
            var other = matter.Field(2) is [(byte)'0', (byte)'1' or (byte)'2'] ? matter.Field(2)[1] - '0' : 0;
            if (other > 0 && user.Field(14 + (5 * other) + 5).IsEmpty) findings.Add(Rule, matter, "MatterCode", $"特記事項0{other}がありますが、ほかの訪問看護ステーション{other}の記録がありません。");
        }
    }
}
