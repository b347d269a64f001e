using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X13b: 専門の研修の記録がない（専門管理加算）。</summary>
internal sealed class SpecialistManagementTraining() : ClaimCheck(new Rule("X13b", Severity.LikelyReturn,
    "専門管理加算に必要な専門の研修の記録がありません",
    "専門管理加算は、専門の研修ならKS 11〜13、特定行為研修ならKS 21〜27と手順書の交付日を記録します。",
    "専門の研修と手順書の日を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.37", "2024-06",
    "KS,11,,,\nKA,20240603,1,510000110,,5550,08,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550001870,,2500,,,",
    "KA,20240603,1,510000110,,5550,08,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550001870,,2500,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.SpecialistManagement) is not { Fee: { } fee } line) return;
        var special = fee.Fee.Conditions!.Number == 2;
        var found = claim.Trainings.Where(t => special ? Trainings.IsIn(t, 21, 27) : Trainings.IsIn(t, 11, 13)).ToList();
        if (found.Count == 0) findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}がありますが、専門の研修（KS {(special ? "21〜27" : "11〜13")}）がありません。");
        else if (special && found.TrueForAll(t => t.Field(4).IsEmpty)) findings.Add(Rule, found[0], "ProcedureDate", "手順書交付年月日がありません。");
    }
}
