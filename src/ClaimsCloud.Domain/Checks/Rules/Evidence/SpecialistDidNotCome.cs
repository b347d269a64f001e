using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X13c: 専門の看護師の訪問がない。</summary>
internal sealed class SpecialistDidNotCome() : ClaimCheck(new Rule("X13c", Severity.LikelyReturn,
    "専門の研修を受けた看護師の訪問がありません",
    "専門管理加算を算定した月は、専門の研修を受けた看護師（職種等08など）の訪問があります。",
    "訪問した人の職種を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注11、別表20", "2024-06",
    "KS,11,,,\nKA,20240603,1,510000110,,5550,08,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550001870,,2500,,,",
    "KS,11,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550001870,,2500,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.SpecialistManagement) is { Fee: { } fee } line && !HasSpecialist(claim))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}がありますが、専門の研修を受けた看護師の訪問がありません。");
    }

    private static bool HasSpecialist(ClaimFacts claim) {
        foreach (ref readonly var line in claim.Lines)
            for (var at = 0; at + 2 <= line.Staff.Length; at += 2)
                if (line.Fee is { IsVisit: true } && line.Staff[at + 1] == '8') return true;
        return false;
    }
}
