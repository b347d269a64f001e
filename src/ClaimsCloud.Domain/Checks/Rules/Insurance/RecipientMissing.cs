namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03d: 受給者番号がない。</summary>
internal sealed class RecipientMissing() : ClaimCheck(new Rule("B03d", Severity.ClaimRefused,
    "公費の受給者番号がありません",
    "医療観察法（法別30）のほかは、受給者番号を必ず記録します。",
    "受給者証の受給者番号を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "2171" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics)
            if (record.Field(3).IsEmpty && PublicLaws.Of(record) is not (0 or PublicLaws.Observation)) findings.Add(Rule, record, "RecipientNumber", "受給者番号がありません。");
    }
}
