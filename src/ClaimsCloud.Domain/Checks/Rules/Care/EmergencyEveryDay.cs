using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R18a: 緊急訪問が訪問の日のほとんどにある。</summary>
internal sealed class EmergencyEveryDay() : FeeCheck(new Rule("R18a", Severity.Query,
    "緊急訪問看護加算が訪問の日のほとんどにあります",
    "緊急訪問看護加算は、計画にない訪問の加算です。訪問の日のほとんどで算定すると、計画の見直しを照会されることがあります。",
    "緊急の理由の記録と訪問看護計画を確かめてください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注10", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002470,,2650,,,\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240604,1,510002470,,2650,,,\nKA,20240605,1,510000110,,5550,03,01,01\nKA,20240605,1,510002470,,2650,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240610,1,510002470,,2650,,,\nKA,20240611,1,510000110,,5550,03,01,01\nKA,20240611,1,510002470,,2650,,,\nKA,20240612,1,510000110,,5550,03,01,01\nKA,20240612,1,510002470,,2650,,,\nTZ,10,850500016,５０６０６０３\nTZ,10,830500003,症状の悪化により\nTZ,10,850500016,５０６０６０４\nTZ,10,830500003,症状の悪化により\nTZ,10,850500016,５０６０６０５\nTZ,10,830500003,症状の悪化により\nTZ,10,850500016,５０６０６１０\nTZ,10,830500003,症状の悪化により\nTZ,10,850500016,５０６０６１１\nTZ,10,830500003,症状の悪化により\nTZ,10,850500016,５０６０６１２\nTZ,10,830500003,症状の悪化により") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.Emergency;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var (visits, emergencies) = (0, 0);
        for (var start = 0; start < claim.ByDay.Length;) {
            var (visit, emergency) = (false, false);
            foreach (ref readonly var line in claim.NextDay(ref start)) {
                visit |= line.MakesDay;
                emergency |= line.Fee?.Family == FeeFamily.Emergency;
            }
            visits += visit ? 1 : 0;
            emergencies += emergency ? 1 : 0;
        }
        if (emergencies >= 6 && emergencies * 5 >= visits * 4 && claim.Find(FeeFamily.Emergency) is { } first)
            findings.Add(Rule, first.Record, "FeeCode", $"訪問の{visits}日のうち{emergencies}日に緊急訪問看護加算があります。");
    }
}
