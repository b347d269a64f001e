namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M14a: 廃止された療養費コード。</summary>
internal sealed class AbolishedFee() : ClaimCheck(new Rule("M14a", Severity.LikelyReturn,
    "廃止された療養費コードです",
    "改定で廃止されたコードは、その年月からは使えません。",
    "代わりのコードを選び直してください。",
    "訪問看護療養費マスター 令和8年6月改定", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,8560,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,550002510,,3010,,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202607,\nRE,1,6112,202606,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,8550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20260620\nHJ,01,20260601,20261130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20260601,1,510000110,,5550,03,01,01\nKA,20260601,1,550000510,,3000,,,\nGO\n␚") { PayerCode = "3303", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (!claim.HasUnknownFee) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Fee is null && claim.Table!.Schedule.Abolished.TryGetValue(line.Record.Text(4) ?? "", out var successors))
                findings.Add(Rule, line.Record, "FeeCode", $"療養費コード{line.Record.Text(4)}は廃止されました。" + (successors.Count == 0 ? "" : $"代わりは{string.Join('・', successors.Take(3))}などです。"));
    }
}
