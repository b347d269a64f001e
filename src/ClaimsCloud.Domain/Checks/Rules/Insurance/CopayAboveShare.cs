namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B06c: 一部負担金額が負担割合の額を超える。</summary>
internal sealed class CopayAboveShare() : ClaimCheck(new Rule("B06c", Severity.LikelyReturn,
    "一部負担金額が多すぎます",
    "一部負担金額は、合計金額に負担割合をかけた額を超えません。",
    "一部負担金額を計算し直してください。",
    "健康保険法第74条・高齢者の医療の確保に関する法律第67条", "2024-06",
    "HO,06132013,,12345678,1,5550,,,1670,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "HO,06132013,,12345678,1,5550,,,1680,,,\nMF,01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || insurer.Number(9) is not { } copay || insurer.Number(6) is not { } total || claim.TypeCode == 0) return;
        // Ten yen more than the exact share is what rounding to 10 yen may add. Those over 70 pay 10, 20 or 30 percent; the file does not say which.
        var percent = claim.TypePerson == 4 || (claim.TypeSystem is 61 or 63 && claim.TypePerson == 8) ? 20 : 30;
        if (copay * 100L >= (total * (long)percent) + 1_000)
            findings.Add(Rule, insurer, "CopayYen", $"一部負担金額{copay:N0}円が、合計金額の{percent / 10}割を超えています。");
    }
}
