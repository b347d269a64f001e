namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B08d: 一部負担金区分の記録。</summary>
internal sealed class CopayCategoryOnlySeniors() : ClaimCheck(new Rule("B08d", Severity.LikelyReturn,
    "一部負担金区分の記録が正しくありません",
    "一部負担金区分（1・3）は70歳以上の低所得の方で、高額療養費が現物給付されたときだけ記録します。特記は区オです。",
    "一部負担金区分・特記・レセプト種別を確かめて直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表7、受付・事務点検ASPのチェック（3530〜3550）", "2024-06",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,30,1,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,1,,") { PayerCode = "3530" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        var category = claim.Common.Record.Field(13);
        if (category.IsEmpty || claim.TypeCode == 0) return;
        if (claim.TypeSystem == 62 || claim.TypePerson != 8) findings.Add(Rule, claim.Common.Record, "CopayCategory", $"一部負担金区分は70歳以上の低所得の方だけです。種別は{claim.TypeCode}です。");
        else if (!SpecialNotes.Has(claim, "30")) findings.Add(Rule, claim.Common.Record, "CopayCategory", "一部負担金区分がありますが、特記30（区オ）がありません。");
    }
}
