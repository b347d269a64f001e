namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B05e: 実日数が月の日数より多い。</summary>
internal sealed class MoreDaysThanMonth() : ClaimCheck(new Rule("B05e", Severity.LikelyReturn,
    "実日数が月の日数を超えています",
    "実日数はその月の日数までです。",
    "実日数を直してください。",
    "受付・事務点検ASPのチェック（3201〜3213）", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132013,,12345678,32,5550,,,,,,") { PayerCode = "3201" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Month is not { } month) return;
        if (claim.Insurer is { } insurer && insurer.Number(5) > month.LastDay.Day) findings.Add(Rule, insurer, "Days", $"実日数が{month.LastDay.Day}日を超えています。");
        foreach (var record in claim.Publics)
            if (record.Number(5) > month.LastDay.Day) findings.Add(Rule, record, "Days", $"実日数が{month.LastDay.Day}日を超えています。");
    }
}
