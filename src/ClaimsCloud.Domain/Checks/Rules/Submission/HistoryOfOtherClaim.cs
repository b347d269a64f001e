namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S04e: 履歴の検索番号が違う。</summary>
internal sealed class HistoryOfOtherClaim() : ClaimCheck(new Rule("S04e", Severity.ClaimRefused,
    "履歴の検索番号が請求データと違います",
    "再請求の検索番号は、履歴の最初のレコードの検索番号と同じです。",
    "返戻ファイルの検索番号と履歴を、同じレセプトから付けてください。",
    "受付・事務点検ASPのチェック（2120）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\n8,2,0,RC,Ver0000\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234568\n8,2,0,RC,Ver0000\nGO\n␚") { PayerCode = "2120" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.Record.Field(15).IsEmpty) return;
        foreach (var record in claim.Claim.Records) {
            if (!History.Begins(record)) continue;
            if (record.Field(4).SequenceEqual("RE"u8) && !record.Field(18).SequenceEqual(claim.Common.Record.Field(15))) findings.Add(Rule, record, "履歴の検索番号が、請求データの検索番号と違います。");
            return;
        }
    }
}
