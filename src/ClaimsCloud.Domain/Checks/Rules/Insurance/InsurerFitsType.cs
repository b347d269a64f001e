namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01b: 保険者番号とレセプト種別が合わない。</summary>
internal sealed class InsurerFitsType() : ClaimCheck(new Rule("B01b", Severity.LikelyReturn,
    "保険者番号とレセプト種別が合いません",
    "後期高齢者医療（39で始まる番号）は63から始まる種別、ほかの医療保険と国民健康保険は61から始まる種別です。",
    "保険者番号かレセプト種別を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7、別表4", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,39132011,,12345678,1,5550,,,,,,") { PayerCode = "3176" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || claim.TypeSystem is not (61 or 63) || InsurerKinds.Of(insurer) is not (not InsurerKind.Unknown and var kind)) return;
        if (kind == InsurerKind.LateSenior != (claim.TypeSystem == 63))
            findings.Add(Rule, insurer, "InsurerNumber", kind == InsurerKind.LateSenior
                ? $"後期高齢者医療の番号ですが、レセプト種別は{claim.TypeCode}です。" : $"後期高齢者医療の番号ではありませんが、レセプト種別は{claim.TypeCode}です。");
    }
}
