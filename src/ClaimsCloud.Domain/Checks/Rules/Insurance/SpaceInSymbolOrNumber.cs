namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01d: 記号・番号にスペースがある。</summary>
internal sealed class SpaceInSymbolOrNumber() : ClaimCheck(new Rule("B01d", Severity.ClaimRefused,
    "記号や番号にスペースがあります",
    "被保険者証等の記号と番号にスペースは記録しません。",
    "スペースを取り除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132013,,1234 5678,1,5550,,,,,,") { PayerCode = "2163" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer) return;
        if (HasSpace(insurer.Text(3))) findings.Add(Rule, insurer, "Symbol", "記号にスペースがあります。");
        if (HasSpace(insurer.Text(4))) findings.Add(Rule, insurer, "Number", "番号にスペースがあります。");

        static bool HasSpace(string? text) => text is not null && text.AsSpan().IndexOfAny(' ', '　') >= 0;
    }
}
