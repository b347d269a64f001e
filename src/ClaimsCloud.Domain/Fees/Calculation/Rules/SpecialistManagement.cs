namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>専門管理加算: once a month, on the day of the specialist's visit (手引き p.80); ロ needs the procedure document.</summary>
internal sealed class SpecialistManagement() : FeeRule("K25", "専門管理加算", "告示 訪問看護管理療養費 注（専門管理加算）") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        foreach (var day in month.ManagementDays) {
            if (day.Care == CareKind.Observation || day.Visits.Find(v => v.Row.SpecialistCode.Length == 2 && v.Code == 8) is not { } visit) continue;
            var specificAct = string.CompareOrdinal(visit.Row.SpecialistCode, "21") >= 0;
            if (specificAct && month.Facts.Condition?.ProcedureDocument is null) {
                month.Findings.Ask("K25a", new("conditions", month.Facts.Condition?.Key ?? "", "procedureDocument"), "手順書の交付年月日がないため専門管理加算（特定行為）を算定していません。",
                    "手順書の交付年月日を入れてください。", Source);
                continue;
            }
            sheet.Add(this, new FeeFacts(FeeFamily.SpecialistManagement) { Care = day.Care, Number = specificAct ? 2 : 1 }, day.Date, visit.Keys, $"専門の研修{visit.Row.SpecialistCode}の管理");
            return;
        }
    }
}
