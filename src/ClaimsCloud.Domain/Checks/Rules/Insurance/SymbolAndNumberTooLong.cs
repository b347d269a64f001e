namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01c: 記号と番号を合わせて長すぎる。</summary>
internal sealed class SymbolAndNumberTooLong() : ClaimCheck(new Rule("B01c", Severity.LikelyReturn,
    "記号と番号が長すぎます",
    "被保険者証等の記号と番号は、合わせて38バイト（19文字）以内で記録します。",
    "記号と番号を確かめてください。記号の中の余分な文字を除きます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.7", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132013,１２３４５６７８９０１,１２３４５６７８９０,1,5550,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is { } insurer && insurer.Field(3).Length + insurer.Field(4).Length is > 38 and var length)
            findings.Add(Rule, insurer, "Symbol", $"記号と番号が合わせて{length}バイトあります。38バイトまでです。");
    }
}
