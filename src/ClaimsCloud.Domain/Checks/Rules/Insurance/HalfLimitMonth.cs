namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B08e: 高半は75歳になる月だけ。</summary>
internal sealed class HalfLimitMonth() : ClaimCheck(new Rule("B08e", Severity.LikelyReturn,
    "特記「高半」は75歳になる月だけです",
    "特記21（高半）は、75歳の誕生日のある月（1日生まれを除く）に限度額が半分になる方に記録します。",
    "生年月日を確かめ、特記21を取り除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表6、受付・事務点検ASPのチェック（3117）", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,21,,,") { PayerCode = "3117" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (!SpecialNotes.Has(claim, "21") || claim is not { BirthDate: { } birth, Month: { } month }) return;
        // Families of an insured person who turns 75 move too, so that only somebody whose claim cannot be of that month is named.
        if (claim.TypeSystem == 63 ? Ages.IsLateSenior(birth, month.FirstDay) || !Ages.IsLateSenior(birth, month.LastDay) : claim.TypePerson is 2 && !Ages.IsLateSenior(birth, month.LastDay))
            findings.Add(Rule, claim.Common.Record, "SpecialNotes", "75歳になる月ではないのに、特記21（高半）があります。");
    }
}
