using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R16a: 物価対応料と管理療養費が合わない。</summary>
internal sealed class PriceBesideManagement() : LineCheck(new Rule("R16a", Severity.LikelyReturn,
    "物価対応料が管理療養費と合いません",
    "物価対応料１（令和8年6月から）は、管理療養費を算定する日に、初日は１イ、2日目からは１ロを算定します。２は包括型の日です。",
    "物価対応料のコードを直してください。",
    "令和8年厚生労働省告示第74号", "2026-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,13320,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,550000410,,7710,,,\nKA,20260601,1,590005710,,60,,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,13280,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,550000410,,7710,,,\nKA,20260601,1,590005810,,20,,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => BesideOf(fee) is not null;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.BillsOn(BesideOf(fee)!.Value, line.Day))
            findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}に対応する療養費がありませんが、{fee.Shown}があります。");
    }

    private static FeeFamily? BesideOf(FeeEntry fee) => fee.Family switch {
        FeeFamily.PriceFirst => FeeFamily.ManagementFirst,
        FeeFamily.PriceLater => FeeFamily.ManagementLater,
        FeeFamily.PriceInclusive => FeeFamily.Inclusive,
        _ => null,
    };
}
