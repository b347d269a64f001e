using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X18d: マスターにない傷病名・修飾語。</summary>
internal sealed class UnknownDisease() : ClaimCheck(new Rule("X18d", Severity.LikelyReturn,
    "マスターにない傷病名・修飾語のコードです",
    "傷病名コードと修飾語コードは、傷病名マスターと修飾語マスターにあるものだけを記録します。",
    "コードを選び直すか、0000999と傷病名称で記録してください。",
    "傷病名マスター・修飾語マスター", "2024-06",
    "#傷病名 8830417\nSY,8830417,,,",
    "#傷病名 8830417\nSY,8830418,,,") { PayerCode = "3204", Needs = CheckNeeds.DiseaseCodes }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Diseases) {
            if (record.Text(2) is { Length: 7 } disease && disease != "0000999" && !claim.Context.DiseaseCodes!.Contains(disease))
                findings.Add(Rule, record, "DiseaseCode", $"傷病名コード{disease}は、傷病名マスターにありません。");
            foreach (var modifier in new DiseaseRecord(record).ModifierCodes)
                if (!claim.Context.ModifierCodes!.Contains(modifier)) findings.Add(Rule, record, "ModifierCodes", $"修飾語コード{modifier}は、修飾語マスターにありません。");
        }
    }
}
