namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06e: 患者1人の上限回数を超える。</summary>
internal sealed class PatientLimit() : FeeCheck(new Rule("M06e", Severity.LikelyReturn,
    "患者1人についての上限回数を超えています",
    "ターミナルケア療養費などは、患者1人につき1回です。",
    "重なった算定を取り消してください。",
    "訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "RJ,20240401,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240618,1,580000110,,25000,,,",
    "RJ,20240401,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240617,1,580000110,,25000,,,\nKA,20240618,1,580000110,,25000,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.PatientMax > 0;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var lines = claim.ByDay;
        for (var i = 0; i < lines.Length; i++) {
            if (lines[i].Fee is not { PatientMax: > 0 } fee) continue;
            var count = 1 + (claim.Patient?.OtherMonths?.Count(o => o.Code == fee.Code) ?? 0);
            for (var before = 0; before < i; before++)
                if (lines[before].Fee == fee) count++;
            if (count > fee.PatientMax) findings.Add(Rule, lines[i].Record, "FeeCode", $"{fee.Shown}は患者1人につき{fee.PatientMax}回までです。");
            else if (claim.Patient?.OtherMonths is null) findings.NotChecked(Rule, "ほかの月の算定がありません");
        }
    }
}
