using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X11a: 退院支援指導加算だけの理由がない。</summary>
internal sealed class DischargeSupportAlone() : ClaimCheck(new Rule("X11a", Severity.LikelyReturn,
    "退院支援指導加算だけの算定に必要な記録がありません",
    "最初の訪問の前に再入院・死亡して退院支援指導加算だけを算定したら、特記事項08で再入院の日（850500011）か死亡の日（850500012）を記録します。",
    "再入院か死亡の日を登録してください。訪問したときは基本療養費を確かめます。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.69、p.70", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,6000,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,02,049,,\nSY,8830417,,,\nRJ,20240603,01,,,,,,,,20240603,2010,04,,,,,,,,,,,,,,,,\nTZ,08,850500012,５０６０６０３\nKA,20240603,1,550001170,,6000,03,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,0,6000,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,02,049,,\nSY,8830417,,,\nRJ,20240603,01,,,,,,,,20240603,2010,04,,,,,,,,,,,,,,,,\nKA,20240603,1,550001170,,6000,03,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.DischargeSupport) is not { Day: { } day } line || claim.HasVisitOn(day)) return;
        if (!claim.Matters.Exists(m => m.Field(2).SequenceEqual("08"u8) && m.Text(3) is ("850500011" or "850500012")))
            findings.Add(Rule, line.Record, "FeeCode", "退院支援指導加算だけですが、特記事項08（再入院か死亡の日）がありません。");
    }
}
