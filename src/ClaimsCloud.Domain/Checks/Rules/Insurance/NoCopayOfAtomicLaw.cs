namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06d: 負担のない公費に一部負担金額がある。</summary>
internal sealed class NoCopayOfAtomicLaw() : ClaimCheck(new Rule("B06d", Severity.LikelyReturn,
    "負担金のない公費に一部負担金額があります",
    "原爆医療（法別18・19）には利用者の負担がないため、一部負担金額を記録しません。",
    "一部負担金額を空にしてください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.10", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,19139997,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,19139997,0001230,,1,5550,500,\nKA,20240603,2,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics)
            if (PublicLaws.Of(record) is 18 or 19 && !record.Field(7).IsEmpty) findings.Add(Rule, record, "CopayYen", "法別18・19の公費に一部負担金額は記録しません。");
    }
}
