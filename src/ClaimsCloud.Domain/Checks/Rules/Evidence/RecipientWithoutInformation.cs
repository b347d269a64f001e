using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X07b: 情報提供先に合う療養費がない。</summary>
internal sealed class RecipientWithoutInformation() : ClaimCheck(new Rule("X07b", Severity.LikelyReturn,
    "情報提供先に合う療養費がありません",
    "情報提供先（TJ）は、対応する訪問看護情報提供療養費を算定したときに記録します。",
    "訪問看護情報提供療養費を算定するか、情報提供先を取り消してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16", "2024-06",
    "TJ,01,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000110,,1500,,,",
    "TJ,21,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000110,,1500,,,\nTJ,01,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.HasUnknownFee) return;
        foreach (var record in claim.Information)
            if (Recipients.NumberOf(record) is > 0 and var number && !Recipients.Bills(claim, number))
                findings.Add(Rule, record, "RecipientCode", $"訪問看護情報提供療養費{number}がありません。");
    }
}
