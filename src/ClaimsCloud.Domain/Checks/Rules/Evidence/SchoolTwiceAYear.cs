namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X07c: 学校等への情報提供が年度で2回目。</summary>
internal sealed class SchoolTwiceAYear() : ClaimCheck(new Rule("X07c", Severity.LikelyReturn,
    "学校等への情報提供の年度内1回目の算定が重なっています",
    "情報提供先の10（学校等、年度内で1回目）は、年度に1回だけです。",
    "入園・入学（11）、転園・転学（12）、医療的ケアの変更（13）に当たるかを確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表18", "2024-06",
    "#前後 20240115 570000210\nTJ,10,,202401,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,",
    "#前後 20240415 570000210\nTJ,10,,202404,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.OtherMonths }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Month is not { } month || !ClaimFacts.Has(claim.Information, 2, "10"u8)) return;
        var april = new DateOnly(month.Month >= 4 ? month.Year : month.Year - 1, 4, 1);
        foreach (var record in claim.Information)
            if (record.Field(2).SequenceEqual("10"u8) && claim.Patient!.OtherMonths!.Any(o => o.Code == "570000210" && o.Day >= april && o.Day < month.FirstDay))
                findings.Add(Rule, record, "RecipientCode", "この年度に、学校等への情報提供をすでに算定しています。");
    }
}
