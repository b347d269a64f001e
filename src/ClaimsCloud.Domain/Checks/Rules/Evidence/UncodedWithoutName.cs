namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X18a: 未コード化傷病名に名称がない。</summary>
internal sealed class UncodedWithoutName() : ClaimCheck(new Rule("X18a", Severity.LikelyReturn,
    "未コード化傷病名の名称がありません",
    "傷病名コードが0000999（未コード化傷病名）のときは、傷病名称を記録します。",
    "傷病名称を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13", "2024-06",
    "SY,0000999,,Ａ病名,",
    "SY,0000999,,,") { PayerCode = "3209" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Diseases)
            if (record.Field(2).SequenceEqual("0000999"u8) && record.Field(4).IsEmpty) findings.Add(Rule, record, "DiseaseName", "未コード化傷病名（0000999）に傷病名称がありません。");
    }
}
