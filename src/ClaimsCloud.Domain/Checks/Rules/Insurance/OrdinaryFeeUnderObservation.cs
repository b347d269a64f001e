namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B13b: 法別30の公費にふつうの療養費がある。</summary>
internal sealed class OrdinaryFeeUnderObservation() : ClaimCheck(new Rule("B13b", Severity.LikelyReturn,
    "医療観察法のレセプトに医療観察でない療養費があります",
    "医療観察法（法別30）のレセプトには、医療観察の料だけを記録します。",
    "ふつうの療養費は別のレセプトで請求してください。",
    "訪問看護療養費マスター 項番28", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6212,202406,看護　花子,,2,19600105,,,,,,,\nKO,30139992,,,1,5550,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,05,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,5,588000110,,5550,03,01,05\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6212,202406,看護　花子,,2,19600105,,,,,,,\nKO,30139992,,,1,5550,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,05,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,5,510000110,,5550,03,01,05\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not null || claim.Publics.Count == 0 || claim.Publics.Exists(p => PublicLaws.Of(p) != PublicLaws.Observation)) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Fee is { Fee.MedicalObservation: false } fee) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は医療観察の療養費ではありません。");
    }
}
