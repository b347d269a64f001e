namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X01c: 特別指示が14日より長い。</summary>
internal sealed class SpecialOrderTooLong() : ClaimCheck(new Rule("X01c", Severity.LikelyReturn,
    "特別訪問看護指示の期間が14日を超えています",
    "特別訪問看護指示の期間は、交付の日から14日以内です。",
    "特別訪問看護指示書の期間を確かめて直してください。",
    "診療報酬の算定方法 Ｃ007 注2", "2024-06",
    "HJ,01,20240601,20241130\nHJ,02,20240603,20240616",
    "HJ,01,20240601,20241130\nHJ,02,20240603,20240617")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var order in claim.Instructions)
            if (order.Field(2) is [(byte)'0', (byte)'2' or (byte)'4' or (byte)'6'] && order.Date(3) is { } from && order.Date(4) is { } to && from <= DateOnly.MaxValue.AddDays(-13) && to > from.AddDays(13))
                findings.Add(Rule, order, "PeriodEnd", "特別訪問看護指示の期間が14日を超えています。");
    }
}
