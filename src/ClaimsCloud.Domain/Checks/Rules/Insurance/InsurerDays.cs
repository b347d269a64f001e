using System.Numerics;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B05c: 保険者の実日数が合わない。</summary>
internal sealed class InsurerDays() : ClaimCheck(new Rule("B05c", Severity.LikelyReturn,
    "保険者の実日数が合いません",
    "実日数は、その保険が負担する訪問のあった日の数です。退院支援指導加算だけの日は数えません。",
    "訪問日と負担区分を確かめて、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.7", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132013,,12345678,2,5550,,,,,,") { PayerCode = "3031", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is { } insurer && insurer.Number(5) is { } recorded && claim.VisitDaysOf(0) is { } visits && BitOperations.PopCount(visits) is var days && days != recorded)
            findings.Add(Rule, insurer, "Days", $"実日数は{recorded}日ですが、保険が負担する訪問の日は{days}日です。");
    }
}
