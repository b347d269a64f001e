namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B11b: 資格確認の回答と違う保険証。</summary>
internal sealed class EligibilityCardDiffers() : ClaimCheck(new Rule("B11b", Severity.LikelyReturn,
    "資格確認の回答と違う保険証です",
    "訪問の日に有効だと確認した保険証と、レセプトの保険者番号・記号・番号は同じです。",
    "資格確認の画面で違いを確かめ、保険証の登録を直してから、請求ファイルを作り直してください。",
    "返戻の事由（保険者番号・記号・番号の誤り）、健康保険法第63条", "2024-06",
    "#資格 1 20240601 20240630 06132013 - 12345678\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,",
    "#資格 1 20240601 20240630 06132013 - 99999999\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,") { Needs = CheckNeeds.Eligibility }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (ConfirmedCards.KeyOf(claim) is not { } card) return;
        var others = claim.Patient!.Eligibility!.Where(p => p is { PayerKind: 1, Card: not null }).ToList();
        if (others.Count == 0 || others.Exists(p => p.Card == card)) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Day is { } day && others.Exists(p => p.Covers(day))) {
                findings.Add(Rule, claim.Insurer!.Value, $"資格確認の回答では、{day:M月d日}に有効な保険証は別のものです。");
                return;
            }
        findings.NotChecked(Rule, "この保険証の期間についての回答がありません");
    }
}
