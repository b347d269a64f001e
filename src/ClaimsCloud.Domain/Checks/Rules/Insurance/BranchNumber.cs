namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B09b: 枝番の記録。</summary>
internal sealed class BranchNumber() : ClaimCheck(new Rule("B09b", Severity.LikelyReturn,
    "枝番の記録が正しくありません",
    "枝番は2桁で、医療保険だけに記録します。後期高齢者医療と公費では省略します。",
    "枝番を2桁にするか、空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.9、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.14", "2024-06",
    "SN,1,01,,,,01,,",
    "SN,1,1,,,,1,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Eligibility) {
            var branch = record.Field(7);
            if (branch.IsEmpty) continue;
            if (branch is not [>= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9']) findings.Add(Rule, record, "BranchNumber", "枝番は2桁の数字です。");
            else if (claim.TypeSystem == 63 || !record.Field(2).SequenceEqual("1"u8)) findings.Add(Rule, record, "BranchNumber", "後期高齢者医療と公費に枝番は記録しません。");
        }
    }
}
