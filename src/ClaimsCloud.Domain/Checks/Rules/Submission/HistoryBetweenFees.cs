namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S04d: 履歴が請求データに混ざっている。</summary>
internal sealed class HistoryBetweenFees() : ClaimCheck(new Rule("S04d", Severity.ClaimRefused,
    "履歴の行が請求データに混ざっています",
    "履歴の行は、そのレセプトの請求データ（最後のKA）の後ろに続けて記録します。",
    "履歴の行をレセプトの最後にまとめてください。",
    "受付・事務点検ASPのチェック（2111）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\n8,2,0,RC,Ver0000\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\n8,1,0,RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567\n8,2,0,RC,Ver0000\nKA,20240603,1,510000110,,5550,03,01,01\nGO\n␚") { PayerCode = "2111" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.Record.Field(15).IsEmpty) return;
        var history = false;
        foreach (var record in claim.Claim.Records) {
            history |= History.Begins(record);
            if (history && claim.Spec.Record(record) is { InClaim: true }) {
                findings.Add(Rule, record, "履歴の行の後ろに請求データがあります。");
                return;
            }
        }
    }
}
