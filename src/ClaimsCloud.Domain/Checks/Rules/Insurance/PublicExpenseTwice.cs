namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03f: 同じ公費が2つある。</summary>
internal sealed class PublicExpenseTwice() : ClaimCheck(new Rule("B03f", Severity.LikelyReturn,
    "同じ公費が2つあります",
    "1つのレセプトに同じ負担者番号の公費を2つ記録しません。",
    "重なった公費を1つにしてください。",
    "受付・事務点検ASPのチェック（3081〜3086）", "2024-06",
    "RE,1,6132,202406,看護　花子,,2,19600105,,,,,,,\nKO,21139993,3456787,,1,5550,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,4,510000110,,5550,03,01,01",
    "RE,1,6132,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,4,510000110,,5550,03,01,01") { PayerCode = "3081" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 1; i < Math.Min(claim.Publics.Count, 4); i++)
            for (var before = 0; before < i; before++)
                if (!claim.Publics[i].Field(2).IsEmpty && claim.Publics[i].Field(2).SequenceEqual(claim.Publics[before].Field(2)))
                    findings.Add(Rule, claim.Publics[i], "PayerNumber", $"第{before + 1}公費と同じ負担者番号です。");
    }
}
