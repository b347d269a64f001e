using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X08c: 前の月の訪問日のコメントがない。</summary>
internal sealed class TerminalVisitsOfLastMonth() : ClaimCheck(new Rule("X08c", Severity.LikelyReturn,
    "死亡前の訪問日のコメントがありません",
    "最後の訪問の月と死亡の月が違うときは、死亡前14日以内に訪問した日を2日分、コメント850500018と850500019で記録します。",
    "訪問した2日をコメント（CO）に記録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.72", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,25000,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240501,20241030\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,20240531,1000,04,,20240602,1300,01,,,,,,,,,,,,\nCO,850500018,５０６０５３０,\nCO,850500019,５０６０５２８,\nKA,20240602,1,580000110,,25000,,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,25000,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240501,20241030\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,20240531,1000,04,,20240602,1300,01,,,,,,,,,,,,\nKA,20240602,1,580000110,,25000,,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.Terminal) is not { } line || claim.HasVisits || claim.Bills(FeeFamily.DischargeSupport)) return;
        if (!ClaimFacts.Has(claim.Comments, 2, "850500018"u8) || !ClaimFacts.Has(claim.Comments, 2, "850500019"u8))
            findings.Add(Rule, line.Record, "FeeCode", "この月に訪問がありませんが、前回と前々回の訪問日のコメント（850500018・850500019）がありません。");
    }
}
