namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X19c: 「その他」の文字データ。</summary>
internal sealed class OtherWithoutText() : ClaimCheck(new Rule("X19c", Severity.LikelyReturn,
    "「その他」の内容の記録が正しくありません",
    "場所や訪問終了の状況が99（その他）のときは内容を文字で記録し、ほかのコードのときは記録しません。",
    "内容を登録するか、文字データを空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14、p.15", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "RJ,20240401,99,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user) return;
        foreach (var (code, text, field) in Pairs) {
            var other = user.Field(code).SequenceEqual("99"u8);
            if (other && user.Field(text).IsEmpty) findings.Add(Rule, user, field, "99（その他）の内容がありません。");
            if (!other && !user.Field(text).IsEmpty) findings.Add(Rule, user, field, "99（その他）ではないのに、内容の文字があります。");
        }
    }

    private static readonly (int Code, int Text, string Field)[] Pairs =
        [(3, 4, "Place1Text"), (6, 7, "Place2Text"), (9, 10, "Place3Text"), (13, 14, "EndReasonText"), (17, 18, "DeathPlaceText")];
}
