namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X01b: 指示期間が6か月より長い。</summary>
internal sealed class OrderTooLong() : ClaimCheck(new Rule("X01b", Severity.LikelyReturn,
    "指示期間が6か月を超えています",
    "訪問看護指示書の有効期間は6か月までです。",
    "指示書の期間を確かめて直してください。",
    "診療報酬の算定方法 Ｃ007 訪問看護指示料", "2024-06",
    "HJ,01,20240601,20241130",
    "HJ,01,20240601,20241231")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var order in claim.Instructions)
            if (order.Field(2) is [(byte)'0', (byte)'1' or (byte)'3' or (byte)'5'] && order.Date(3) is { Year: < 9999 } from && order.Date(4) is { } to && to > from.AddMonths(6))
                findings.Add(Rule, order, "PeriodEnd", "訪問看護指示の期間が6か月を超えています。");
    }
}
