using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X16a: 要介護の方を医療保険にする理由がない。</summary>
internal sealed class CareInsuredWithoutReason() : ClaimCheck(new Rule("X16a", Severity.Query,
    "要介護の方を医療保険で算定する理由の記録がありません",
    "要介護・要支援の方の訪問看護は介護保険が先です。医療保険になるのは、別表7の疾病等、特別訪問看護指示の期間、精神科訪問看護だけです。別表8だけでは医療保険になりません。",
    "疾病等・指示書を確かめ、介護保険で請求すべきものは移してください。",
    "訪問看護療養費と介護保険の給付調整（告示103号ほか）", "2024-06",
    "JS,安定している。,01,001,,\nTZ,05,,",
    "TZ,05,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (!ClaimFacts.Has(claim.Matters, 2, "05"u8) && (claim.User is not { } user || !new UserRecord(user).UserCodes.Contains("11"))) return;
        if (claim.Listed.Appendix7) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Fee is { Care: not CareKind.General } || (line.Day is { } day && claim.SpecialOrderCovers(day))) return;
        var place = ClaimFacts.Has(claim.Matters, 2, "05"u8) ? claim.Matters.Find(m => m.Field(2).SequenceEqual("05"u8)) : claim.User!.Value;
        findings.Add(Rule, place, place.IdBytes.SequenceEqual("TZ"u8) ? "MatterCode" : "UserCodes", "要介護の方の記録がありますが、別表7の疾病等・特別訪問看護指示・精神科訪問看護のどれもありません。");
    }
}
