namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B13a: 医療観察の療養費なのに法別30の公費がない。</summary>
internal sealed class ObservationFeeWithoutLaw() : LineCheck(new Rule("B13a", Severity.LikelyReturn,
    "医療観察の療養費を請求できるのは法別30だけです",
    "医療観察法の訪問看護の料は、医療観察法（法別30）の公費単独のレセプトで請求します。",
    "公費を確かめるか、ふつうの療養費に直してください。",
    "訪問看護療養費マスター 項番28", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6212,202406,看護　花子,,2,19600105,,,,,,,\nKO,30139992,,,1,5550,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,05,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,5,588000110,,5550,03,01,05\nGO\n␚",
    "KA,20240603,1,588000110,,5550,03,01,05") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Fee.MedicalObservation;

    protected override ReadOnlySpan<FeeLine> LinesOf(ClaimFacts claim) => claim.Lines;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!claim.Publics.Exists(p => PublicLaws.Of(p) == PublicLaws.Observation)) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は医療観察法（法別30）の療養費です。");
    }
}
