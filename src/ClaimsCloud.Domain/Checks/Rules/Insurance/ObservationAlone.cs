namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03e: 医療観察法の公費の記録。</summary>
internal sealed class ObservationAlone() : ClaimCheck(new Rule("B03e", Severity.ClaimRefused,
    "医療観察法の公費の記録が正しくありません",
    "医療観察法（法別30）は公費単独のレセプトで請求し、受給者番号は記録しません。",
    "ほかの保険や公費と分けて請求し、受給者番号を空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8、受付・事務点検ASPのチェック（2169）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6212,202406,看護　花子,,2,19600105,,,,,,,\nKO,30139992,,,1,5550,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,05,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,5,588000110,,5550,03,01,05\nGO\n␚",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,30139992,,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "2169" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics) {
            if (PublicLaws.Of(record) != PublicLaws.Observation) continue;
            if (!record.Field(3).IsEmpty) findings.Add(Rule, record, "RecipientNumber", "医療観察法の公費に受給者番号は記録しません。");
            if (claim.TypeCode is not (0 or 6212)) findings.Add(Rule, record, "PayerNumber", $"医療観察法の公費は単独で請求しますが、種別が{claim.TypeCode}です。");
        }
    }
}
