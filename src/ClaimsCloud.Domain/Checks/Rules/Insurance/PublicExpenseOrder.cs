namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03a: 公費の順番が違う。</summary>
internal sealed class PublicExpenseOrder() : ClaimCheck(new Rule("B03a", Severity.LikelyReturn,
    "公費の順番が違います",
    "公費レコードは法律の優先順位の順に記録し、先のものを第一公費とします。自治体の医療費助成は国の公費の後です。",
    "公費の順番を入れ替え、負担区分も合わせて直してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.12", "2024-06",
    "RE,1,6132,202406,看護　花子,,2,19600105,,,,,,,\nKO,21139993,3456787,,1,5550,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,4,510000110,,5550,03,01,01",
    "RE,1,6132,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKO,21139993,3456787,,1,5550,,\nKA,20240603,4,510000110,,5550,03,01,01") { PayerCode = "3098" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var i = 1; i < claim.Publics.Count; i++) {
            var (before, law) = (PublicLaws.Of(claim.Publics[i - 1]), PublicLaws.Of(claim.Publics[i]));
            if (before > 0 && law > 0 && PublicLaws.RankOf(before) > PublicLaws.RankOf(law))
                findings.Add(Rule, claim.Publics[i], "PayerNumber", $"法別{law:00}は法別{before:00}より先に記録します。");
        }
    }
}
