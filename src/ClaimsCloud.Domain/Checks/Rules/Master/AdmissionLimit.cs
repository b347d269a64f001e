namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M06f: 1入院の上限回数を超える。</summary>
internal sealed class AdmissionLimit() : FeeCheck(new Rule("M06f", Severity.LikelyReturn,
    "1回の入院についての上限回数を超えています",
    "外泊中の訪問（基本療養費（Ⅲ）・精神科（Ⅳ））は、1回の入院につき2回までです。",
    "入院の日と外泊の日を確かめ、超えた分を取り消してください。",
    "訪問看護療養費マスター 算定回数限度テーブル", "2024-06",
    "#入院 20240520 20240630\nJS,安定している。,01,001,,\nKA,20240610,1,510001810,,8500,03,01,01\nKA,20240617,1,510001810,,8500,03,01,01",
    "#入院 20240520 20240630\nJS,安定している。,01,001,,\nKA,20240610,1,510001810,,8500,03,01,01\nKA,20240617,1,510001810,,8500,03,01,01\nKA,20240624,1,510001810,,8500,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Stays }) {
    public override bool AppliesTo(FeeEntry fee) => fee.AdmissionMax > 0;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        foreach (var stay in claim.Patient!.Stays!) {
            var count = 0;
            foreach (ref readonly var line in claim.ByDay)
                if (line.Fee is { AdmissionMax: > 0 } fee && line.Day >= stay.Admitted && (stay.Discharged is not { } left || line.Day <= left) && ++count > fee.AdmissionMax)
                    findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は1回の入院に{fee.AdmissionMax}回までです。");
        }
    }
}
