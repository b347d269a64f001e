namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X01d: 特別指示が月に多すぎる。</summary>
internal sealed class SpecialOrderTooOften() : ClaimCheck(new Rule("X01d", Severity.LikelyReturn,
    "特別訪問看護指示が月に交付できる回数を超えています",
    "特別訪問看護指示書の交付は月1回までです。気管カニューレを使用している方と真皮を越える褥瘡の方は月2回までです。",
    "指示書の種類と期間、疾病等コード（045・058）を確かめてください。",
    "診療報酬の算定方法 Ｃ007 注2", "2024-06",
    "JS,安定している。,02,058,,\nHJ,01,20240601,20241130\nHJ,02,20240601,20240607\nHJ,02,20240615,20240621",
    "HJ,01,20240601,20241130\nHJ,02,20240601,20240607\nHJ,02,20240615,20240621")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Month is not { } month) return;
        var most = claim.Listed.Has(45) || claim.Listed.Has(58) ? 2 : 1;
        Span<int> counts = stackalloc int[7];
        foreach (var order in claim.Instructions) {
            if (order.Field(2) is not [(byte)'0', (byte)'2' or (byte)'4' or (byte)'6'] || order.Date(3) is not { } from || !month.Contains(from)) continue;
            var kind = order.Field(2)[1] - '0';
            if (++counts[kind] > (kind == 2 ? most : 1)) findings.Add(Rule, order, "PeriodStart", $"{month.Month}月に始まる特別訪問看護指示が{counts[kind]}回目です。");
        }
    }
}
