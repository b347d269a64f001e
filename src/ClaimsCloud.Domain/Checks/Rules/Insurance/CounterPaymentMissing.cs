namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B07a: 窓口負担額レコードがない。</summary>
internal sealed class CounterPaymentMissing() : ClaimCheck(new Rule("B07a", Severity.Hint,
    "窓口負担額レコードがありません",
    "窓口負担額レコード（MF）がないと、合計金額が一定額を超えるレセプトは、資格が変わったときの振替・分割の対象になりません。",
    "窓口負担額区分を記録する設定にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.10、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.16", "2024-06",
    "HO,06132013,,12345678,1,555000,,,,,,\nMF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "HO,06132013,,12345678,1,555000,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || insurer.Number(6) is not { } total || claim.CounterPayments.Count > 0 || claim.TypeCode == 0) return;
        var free = claim.TypeSystem == 63 ? 30_000 : claim.TypePerson is 8 or 0 ? 40_000 : claim.TypePerson == 4 ? 177_000 : 118_000;
        if (total > free) findings.Add(Rule, claim.Claim.Place("MF"), $"合計金額が{free:N0}円を超えますが、窓口負担額レコード（MF）がありません。");
    }
}
