namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X18c: 未コード化傷病名に修飾語がある。</summary>
internal sealed class UncodedWithModifier() : ClaimCheck(new Rule("X18c", Severity.LikelyReturn,
    "未コード化傷病名に修飾語は記録しません",
    "傷病名コードが0000999のときは、修飾語コードを記録しません。",
    "修飾語は傷病名称に含めて記録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.25", "2024-06",
    "SY,0000999,,Ａ病名,",
    "SY,0000999,2056,Ａ病名,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Diseases)
            if (record.Field(2).SequenceEqual("0000999"u8) && !record.Field(3).IsEmpty) findings.Add(Rule, record, "ModifierCodes", "未コード化傷病名（0000999）に修飾語コードがあります。");
    }
}
