using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R13a: 医療情報連携と在宅患者連携指導が同じ月にある。</summary>
internal sealed class SharingBesideGuidance() : ClaimCheck(new Rule("R13a", Severity.LikelyReturn,
    "同じ月に一緒に算定できない連携の加算です",
    "訪問看護医療情報連携加算（令和8年6月から）は、在宅患者連携指導加算と同じ月に算定できません。",
    "どちらかを取り消してください。",
    "令和8年厚生労働省告示第74号", "2026-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,17260,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,550000410,,7710,,,\nKA,20260601,1,550003270,,1000,,,\nKA,20260601,1,550001370,,3000,03,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.InformationSharing) is { } line && claim.Find(FeeFamily.HomePatientGuidance) is not null)
            findings.Add(Rule, line.Record, "FeeCode", "在宅患者連携指導加算のある月に、訪問看護医療情報連携加算は算定できません。");
    }
}
