namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S04a: 検索番号の桁数が違う。</summary>
internal sealed class SearchNumberLength() : ClaimCheck(new Rule("S04a", Severity.ClaimRefused,
    "検索番号の桁数が正しくありません",
    "再請求の検索番号は、返戻ファイルにある17〜30桁の番号をそのまま記録します。",
    "返戻ファイルの検索番号をそのまま記録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5、受付・事務点検ASPのチェック（2120）", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,1234567890") { PayerCode = "2120" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.Record.Field(15) is { Length: > 0 and < 17 } number)
            findings.Add(Rule, claim.Common.Record, "SearchNumber", $"検索番号が{number.Length}桁です。17桁からです。");
    }
}
