namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X05c: 疾病等コードに合う有無がない。</summary>
internal sealed class DiseaseWithoutListed() : ClaimCheck(new Rule("X05c", Severity.LikelyReturn,
    "疾病等コードに合う有無の記録がありません",
    "別表7の疾病等コードがあれば有無に01、別表8なら02を記録します。超重症児・準超重症児（091・092）だけのときは03のままで構いません。",
    "疾病等の有無（01・02・03）と疾病等コードをそろえてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、別表13・別表14", "2024-06",
    "JS,安定している。,01,001,,",
    "JS,安定している。,03,001,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Conditions.Count == 0) return;
        if (claim.Listed.Appendix7 && !claim.Listed.Says(1)) findings.Add(Rule, claim.Conditions[0], "ListedDiseasePresence", "別表7の疾病等コードがありますが、有無に01がありません。");
        if (claim.Listed.Appendix8 && !claim.Listed.Says(2)) findings.Add(Rule, claim.Conditions[0], "ListedDiseasePresence", "別表8の疾病等コードがありますが、有無に02がありません。");
    }
}
