namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X15b: 4か所目の場所のコメントの前の場所がない。</summary>
internal sealed class FourthPlace() : ClaimCheck(new Rule("X15b", Severity.Query,
    "4か所目以降の訪問場所の記録が正しくありません",
    "4か所目以降の訪問場所のコメント（850500004〜850500010）は、訪問した場所１〜３を記録したうえで使います。",
    "訪問した場所２・３を登録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.67", "2024-06",
    "RJ,20240401,01,,20240605,11,,20240610,12,,,,,,,,,,,,,,,,,,,,\nCO,850500005,５０６０６１５,",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nCO,850500005,５０６０６１５,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user || (!user.Field(6).IsEmpty && !user.Field(9).IsEmpty)) return;
        foreach (var comment in claim.Comments)
            if (comment.Text(2) is { } code && string.CompareOrdinal(code, "850500004") >= 0 && string.CompareOrdinal(code, "850500010") <= 0)
                findings.Add(Rule, comment, "CommentCode", "4か所目以降の訪問場所がありますが、訪問した場所２・３がありません。");
    }
}
