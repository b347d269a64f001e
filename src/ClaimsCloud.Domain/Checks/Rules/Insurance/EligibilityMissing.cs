namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B09a: 資格確認レコードがない。</summary>
internal sealed class EligibilityMissing() : ClaimCheck(new Rule("B09a", Severity.Hint,
    "資格確認レコードがありません",
    "資格確認レコード（SN）は、保険（後期高齢者医療を除く）と法別12の公費に記録します。枝番が証にないときは省略できます。",
    "オンライン資格確認の枝番があれば記録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.2 注2・注4、p.9", "2024-06",
    "SN,1,01,,,,01,,",
    "HO,06132013,,12345678,1,5550,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not null && claim.TypeSystem == 61 && !Has(claim, (byte)'1')) findings.Add(Rule, claim.Claim.Place("SN"), "保険の資格確認レコード（SN）がありません。");
        for (var i = 0; i < Math.Min(claim.Publics.Count, 4); i++)
            if (PublicLaws.Of(claim.Publics[i]) == PublicLaws.LivelihoodProtection && !Has(claim, (byte)('2' + i)))
                findings.Add(Rule, claim.Claim.Place("SN"), $"第{i + 1}公費（法別12）の資格確認レコード（SN）がありません。");

        static bool Has(ClaimFacts claim, byte payer) {
            foreach (var record in claim.Eligibility)
                if (record.Field(2) is [var kind] && kind == payer) return true;
            return false;
        }
    }
}
