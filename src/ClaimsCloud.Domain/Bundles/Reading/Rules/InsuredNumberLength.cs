using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU48: 記号と番号の長さ。</summary>
internal sealed class InsuredNumberLength() : BundleRuleCheck(new("BU48", Severity.ClaimRefused, "記号と番号が長すぎます",
    $"記号と番号は合わせて{MaxBytes}バイトまでです。資格の記号と番号を確かめてください。") { Source = "記録条件仕様（訪問看護用）令和6年6月版 保険者レコード 項目3・4" }) {
    private const int MaxBytes = 38;

    public override void Inspect(MonthBundle bundle, BundleReport report) {
        foreach (var card in bundle.InsuranceCards)
            if (Width.Bytes(card.Symbol) + Width.Bytes(card.Number) is > MaxBytes and var bytes)
                report.Add(Rule, PayerTables.InsuranceCards, card.Key, "number", $"記号と番号を合わせて{bytes}バイトあります。");
    }
}
