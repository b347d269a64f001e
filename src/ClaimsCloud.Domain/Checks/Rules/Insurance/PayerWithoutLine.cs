namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B04b: どの療養費も負担しない保険や公費がある。</summary>
internal sealed class PayerWithoutLine() : ClaimCheck(new Rule("B04b", Severity.LikelyReturn,
    "どの療養費も負担しない保険・公費があります",
    "レセプトに記録した保険と公費は、少なくとも1件の療養費を負担します。",
    "使わない保険・公費を除くか、療養費の負担区分を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表22", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,0,0,,\nKA,20240603,1,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Lines.Length == 0 || !claim.SharesKnown) return;
        var used = claim.PayersNamed;
        if (claim.Insurer is { } insurer && (used & PayerMasks.Insurance) == 0) findings.Add(Rule, insurer, "InsurerNumber", "この保険が負担する療養費がありません。");
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++)
            if ((used & 2 << i) == 0) findings.Add(Rule, claim.Publics[i], "PayerNumber", $"第{i + 1}公費が負担する療養費がありません。");
    }
}
