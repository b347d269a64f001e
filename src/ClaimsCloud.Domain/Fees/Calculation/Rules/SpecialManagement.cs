using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>特別管理加算: 別表８, 5,000 yen for its first group (041–046), 2,500 for the others; not beside that of the care insurance.</summary>
internal sealed class SpecialManagement() : FeeRule("K22", "特別管理加算", "告示 訪問看護管理療養費 注（特別管理加算）") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.FirstManagementDay is not { Care: not CareKind.Observation } day) return;
        var listed = month.ManagementDays.Where(d => month.Facts.HasAppendix8(d.Date)).ToList();
        if (listed.Count == 0 || month.Station.Rows.CareInsurances[month.Patient.Key].Any(c => c.BillsSpecialManagement && Period.Covers(c.From, c.Until, day.Date))) return;
        if (!listed.Exists(d => month.Facts.Agreed(AgreementKind.SpecialManagement, d.Date))) {
            month.Findings.Hint("K22a", new("agreements", "", "kind"), "別表8の状態ですが、計画的な管理の記録がないため特別管理加算を算定していません。", "計画的な管理をしていれば登録してください。", Source);
            return;
        }
        var severe = listed.Exists(d => month.Facts.HasSevereManagement(d.Date));
        sheet.Add(this, new FeeFacts(FeeFamily.SpecialManagement) { Care = day.Care, Case = severe ? FeeCase.Designated : FeeCase.Ordinary }, day.Date, day.Keys,
            severe ? "別表8第1号の状態" : "別表8の状態");
    }
}
