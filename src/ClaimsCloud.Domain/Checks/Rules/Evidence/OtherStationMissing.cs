using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X14a: ほかの訪問看護ステーションの記録がない。</summary>
internal sealed class OtherStationMissing() : ClaimCheck(new Rule("X14a", Severity.LikelyReturn,
    "ほかの訪問看護ステーションの記録が足りません",
    "利用者情報コードが01なら1つ、02なら2つのほかの訪問看護ステーションの所在地と名称などを記録します。",
    "ほかの訪問看護ステーションを登録するか、利用者情報コードを直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.15、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.29", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,01,13,6,2345678,東京都港区新橋,訪問看護ステーション△△,,,,,",
    "RJ,20240401,01,,,,,,,,,,,,,,,,01,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user) return;
        var codes = new UserRecord(user).UserCodes;
        var asked = codes.Contains("02") ? 2 : codes.Contains("01") ? 1 : 0;
        for (var station = 1; station <= 2; station++)
            for (var item = 0; item < 5; item++) {
                var position = 15 + (5 * station) + item;
                if (station <= asked && user.Field(position).IsEmpty) findings.Add(Rule, user, claim.Spec.Record("RJ")!.Fields[position - 1], $"利用者情報コードが{asked:00}ですが、ほかの訪問看護ステーション{station}の記録がありません。");
                if (station > asked && !user.Field(position).IsEmpty) findings.Add(Rule, user, claim.Spec.Record("RJ")!.Fields[position - 1], $"ほかの訪問看護ステーション{station}がありますが、利用者情報コード0{station}がありません。");
            }
    }
}
