namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M08a: 施設基準の届出がない。</summary>
internal sealed class StandardNotHeld() : LineCheck(new Rule("M08a", Severity.LikelyReturn,
    "届け出ていない施設基準の療養費です",
    "施設基準のある療養費は、訪問の日に届出が有効な訪問看護ステーションだけが算定できます。",
    "届出の内容と日付を確かめ、算定を直してください。",
    "訪問看護療養費マスター 施設基準テーブル", "2024-06",
    "#届出 1604 20240601\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,",
    "#届出 1604 20240701\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Standards }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Fee.FacilityStandards.Count > 0;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var (asked, day) = (fee.Fee.FacilityStandards, line.Day!.Value);
        if (!asked.All(code => claim.Context.Standards!.Any(s => s.Code == code && s.HeldOn(day))))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}の施設基準（{string.Join('・', asked)}）の届出が{day:M月d日}にありません。");
    }
}
