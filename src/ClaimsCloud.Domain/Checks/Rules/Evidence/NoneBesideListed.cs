namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X05a: 「無」とほかのコードが一緒にある。</summary>
internal sealed class NoneBesideListed() : ClaimCheck(new Rule("X05a", Severity.LikelyReturn,
    "疾病等の有無の「無」は単独で記録します",
    "疾病等の有無の03（無）は、01（別表7）・02（別表8）と一緒に記録しません。",
    "疾病等の有無（01・02・03）と疾病等コードをそろえてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、別表13・別表14", "2024-06",
    "JS,安定している。,03,,,",
    "JS,安定している。,0103,001,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Listed.Says(3) && (claim.Listed.Says(1) || claim.Listed.Says(2))) findings.Add(Rule, claim.Conditions[0], "ListedDiseasePresence", "03（無）がほかのコードと一緒に記録されています。");
    }
}
