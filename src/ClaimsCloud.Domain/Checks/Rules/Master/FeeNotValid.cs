namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M01b: その日に使えない療養費コード。</summary>
internal sealed class FeeNotValid() : LoneLineCheck(new Rule("M01b", Severity.LikelyReturn,
    "その日には使えない療養費コードです",
    "療養費コードには使える期間があります。",
    "算定日か療養費コードを直してください。",
    "訪問看護療養費マスター 項番71・72", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,6120,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,590002010,,570,,,\nGO\n␚") { PayerCode = "3303", Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => true;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        if (line.Day is { } day && !fee.Fee.ValidOn(day)) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は{day:yyyy年M月d日}には使えません。");
    }
}
