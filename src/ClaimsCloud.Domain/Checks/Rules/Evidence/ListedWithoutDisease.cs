namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X05b: 該当する疾病等コードがない。</summary>
internal sealed class ListedWithoutDisease() : ClaimCheck(new Rule("X05b", Severity.LikelyReturn,
    "該当する疾病等のコードがありません",
    "疾病等の有無が01なら別表7（001〜020）、02なら別表8（041〜059）の疾病等コードを記録します。",
    "疾病等の有無（01・02・03）と疾病等コードをそろえてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、別表13・別表14", "2024-06",
    "JS,安定している。,01,001,,",
    "JS,安定している。,01,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Listed.Says(1) && !claim.Listed.Appendix7) findings.Add(Rule, claim.Conditions[0], "ListedDiseases", "別表7の疾病等コード（001〜020）がありません。");
        if (claim.Listed.Says(2) && !claim.Listed.Appendix8) findings.Add(Rule, claim.Conditions[0], "ListedDiseases", "別表8の疾病等コード（041〜059）がありません。");
    }
}
