namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X15a: 連続した特別指示のコメントがない。</summary>
internal sealed class ConsecutiveSpecialOrders() : ClaimCheck(new Rule("X15a", Severity.Query,
    "連続した特別訪問看護指示のコメントがありません",
    "特別訪問看護指示書が連続して交付されたときは、コメント820500001を記録します。",
    "コメント（CO）に820500001を記録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.71", "2024-06",
    "HJ,01,20240601,20241130\nHJ,02,20240520,20240602\nHJ,02,20240603,20240616\nCO,820500001,,",
    "HJ,01,20240601,20241130\nHJ,02,20240520,20240602\nHJ,02,20240603,20240616")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (ClaimFacts.Has(claim.Comments, 2, "820500001"u8)) return;
        DateOnly? end = null;
        foreach (var order in claim.Instructions) {
            if (!order.Field(2).SequenceEqual("02"u8) || order.Date(3) is not { } from || order.Date(4) is not { } to) continue;
            if (end is { } before && from > before && from <= before.AddDays(1)) findings.Add(Rule, order, "PeriodStart", "特別訪問看護指示が連続していますが、コメント820500001がありません。");
            end = to < DateOnly.MaxValue ? to : null;
        }
    }
}
