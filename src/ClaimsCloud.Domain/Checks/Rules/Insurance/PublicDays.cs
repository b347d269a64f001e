using System.Numerics;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B05d: 公費の実日数が合わない。</summary>
internal sealed class PublicDays() : ClaimCheck(new Rule("B05d", Severity.LikelyReturn,
    "公費の実日数が合いません",
    "実日数は、その公費が負担する訪問のあった日の数です。退院支援指導加算だけの日は数えません。",
    "訪問日と負担区分を確かめて、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,2,5550,,\nKA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "3032", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++)
            if (claim.Publics[i].Number(5) is { } recorded && claim.VisitDaysOf(i + 1) is { } visits && BitOperations.PopCount(visits) is var days && days != recorded)
                findings.Add(Rule, claim.Publics[i], "Days", $"実日数は{recorded}日ですが、第{i + 1}公費が負担する訪問の日は{days}日です。");
    }
}
