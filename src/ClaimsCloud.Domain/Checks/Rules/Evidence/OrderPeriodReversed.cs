namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X01e: 指示期間や順番が逆。</summary>
internal sealed class OrderPeriodReversed() : ClaimCheck(new Rule("X01e", Severity.LikelyReturn,
    "指示期間の始まりと終わり、または順番が逆です",
    "指示期間は始まりが先で、同じ指示区分の指示書は日付の早いものから記録します。",
    "指示書の期間と順番を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.12 注、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.22", "2024-06",
    "HJ,01,20240601,20241130",
    "HJ,01,20241130,20240601")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        Span<int> last = stackalloc int[10];
        foreach (var order in claim.Instructions) {
            if (order.Date(3) is not { } from || order.Date(4) is not { } to) continue;
            if (to < from) findings.Add(Rule, order, "PeriodEnd", "指示期間の終わりが始まりより前です。");
            if (order.Field(2) is not [(byte)'0', >= (byte)'1' and <= (byte)'9' and var kind]) continue;
            if (from.DayNumber < last[kind - '0']) findings.Add(Rule, order, "PeriodStart", "同じ指示区分の指示書は、日付の早いものから記録します。");
            last[kind - '0'] = from.DayNumber;
        }
    }
}
