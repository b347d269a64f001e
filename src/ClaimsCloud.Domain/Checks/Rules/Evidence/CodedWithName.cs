namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X18b: コードのある傷病名に名称がある。</summary>
internal sealed class CodedWithName() : ClaimCheck(new Rule("X18b", Severity.LikelyReturn,
    "傷病名称は未コード化傷病名のときだけ記録します",
    "傷病名称は、傷病名コードが0000999のときだけ記録します。",
    "傷病名称を空にするか、コードを0000999にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13", "2024-06",
    "SY,8830417,,,",
    "SY,8830417,,Ａ病名,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Diseases)
            if (!record.Field(2).SequenceEqual("0000999"u8) && !record.Field(4).IsEmpty) findings.Add(Rule, record, "DiseaseName", "コードのある傷病名に傷病名称があります。");
    }
}
