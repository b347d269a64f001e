using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S04c: 履歴の番号が正しくない。</summary>
internal sealed class HistoryNumbers() : ClaimCheck(new Rule("S04c", Severity.ClaimRefused,
    "履歴の行番号や枝番号が正しくありません",
    "履歴の行は、データ識別・行番号（5桁まで）・枝番号（3桁まで）で始まります。",
    "返戻ファイルの履歴の行を1バイトも変えずに付けてください。",
    "受付・事務点検ASPのチェック（2113・2114）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\n8,2,0,RC,Ver0000\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\n8,200000,0,RC,Ver0000\nGO\n␚") { PayerCode = "2113" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.Record.Field(15).IsEmpty) return;
        foreach (var record in claim.Claim.Records) {
            if (!History.Begins(record)) continue;
            if (!Digits.TryInt(record.Field(2), out _) || record.Field(2).Length > 5) findings.Add(Rule, record, "履歴の行番号が5桁までの数字ではありません。");
            if (!Digits.TryInt(record.Field(3), out _) || record.Field(3).Length > 3) findings.Add(Rule, record, "履歴の枝番号が3桁までの数字ではありません。");
        }
    }
}
