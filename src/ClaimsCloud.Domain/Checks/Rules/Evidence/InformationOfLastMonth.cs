using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X15c: 入院前の最後の訪問日のコメントがない。</summary>
internal sealed class InformationOfLastMonth() : LineCheck(new Rule("X15c", Severity.Query,
    "入院前の最後の訪問日のコメントがありません",
    "訪問看護情報提供療養費３を、入院・入所の前の最後の訪問と違う月に算定するときは、コメント850500017でその日を記録します。",
    "最後に訪問した日をコメント（CO）に記録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.72", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,1500,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240501,20241030\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nTJ,21,,,\nCO,850500017,５０６０５３０,\nKA,20240603,1,570000310,,1500,,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,1500,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240501,20241030\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nTJ,21,,,\nKA,20240603,1,570000310,,1500,,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Information, Fee.Conditions.Number: 3 };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.HasVisits && !ClaimFacts.Has(claim.Comments, 2, "850500017"u8))
            findings.Add(Rule, line.Record, "FeeCode", "この月に訪問がありませんが、最後の訪問日のコメント（850500017）がありません。");
    }
}
