using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X16b: 要介護の方の記録がない。</summary>
internal sealed class CareInsuredNotRecorded() : ClaimCheck(new Rule("X16b", Severity.Query,
    "要介護の方であることの記録がありません",
    "要介護・要支援の方の訪問看護を医療保険で算定したら、特記事項05（介）か利用者情報11を記録します。",
    "特記事項05を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表17・別表21", "2024-06",
    "#介護 要介護\nJS,安定している。,01,001,,\nTZ,05,,",
    "#介護 要介護\nJS,安定している。,01,001,,") { Needs = CheckNeeds.CareInsurance }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Patient!.CareInsurance!.Certification == CareCertification.Certified && !ClaimFacts.Has(claim.Matters, 2, "05"u8)
            && (claim.User is not { } user || !new UserRecord(user).UserCodes.Contains("11")))
            findings.Add(Rule, claim.Claim.Place("TZ"), "要介護認定がありますが、特記事項05（介）も利用者情報11もありません。");
    }
}
