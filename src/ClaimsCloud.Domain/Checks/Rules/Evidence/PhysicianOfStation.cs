namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X17a: 主治医の点数表が訪問看護になっている。</summary>
internal sealed class PhysicianOfStation() : ClaimCheck(new Rule("X17a", Severity.LikelyReturn,
    "主治医の医療機関の点数表が訪問看護です",
    "主治医の医療機関の点数表は、医科（1）・歯科（3）・介護老人保健施設（5）・介護医療院（B）です。6は訪問看護ステーションの点数表です。",
    "主治医の医療機関の点数表を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.12、別表3", "2024-06",
    "IH,13,1,1234567,ひかり病院,看護　太郎,20240620",
    "IH,13,6,1234567,ひかり病院,看護　太郎,20240620")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Physicians)
            if (record.Field(3).SequenceEqual("6"u8)) findings.Add(Rule, record, "FeeTable", "主治医の医療機関に訪問看護の点数表（6）が記録されています。");
    }
}
