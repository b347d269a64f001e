using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>
/// 退院時共同指導加算, 特別管理指導加算, 退院支援指導加算: on the first visit after the discharge; 退院支援指導 alone on the day of death or readmission
/// when no visit came.
/// </summary>
internal sealed class Discharge() : FeeRule("K23", "退院時共同指導加算・退院支援指導加算", "告示 訪問看護管理療養費 注（退院時共同指導加算・退院支援指導加算）") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var guidances = month.Station.Rows.DischargeGuidances[month.Patient.Key];
        if (guidances.Length == 0) return;
        foreach (var discharge in guidances.GroupBy(g => g.Discharge)) {
            var first = month.DaysWithContext.FirstOrDefault(d => d.IsOrdinary && d.Date > discharge.Key);
            if (first is not null) AfterDischarge(first, [.. discharge], month, sheet);
            else Alone([.. discharge.Where(g => g.Kind == DischargeGuidanceKind.DischargeDay)], month, sheet);
        }
    }

    private void AfterDischarge(VisitDay first, List<DischargeGuidance> guidances, PatientMonth month, FeeSheet sheet) {
        if (!month.Station.Contains(first.Date)) return;
        var joint = guidances.Where(g => g.Kind == DischargeGuidanceKind.Joint).DistinctBy(g => g.Date).Take(month.Facts.IsListed(first.Date) ? 2 : 1).ToList();
        foreach (var guidance in joint) Add(FeeFamily.DischargeGuidance, null, guidance, first.Date, first.Care, "退院時共同指導", month, sheet);
        if (first.Care != CareKind.Observation && month.Facts.HasAppendix8(first.Date))
            foreach (var guidance in joint) Add(FeeFamily.SpecialManagementGuidance, null, guidance, first.Date, first.Care, "別表8の利用者の退院時共同指導", month, sheet);
        if (guidances.Find(g => g.Kind == DischargeGuidanceKind.DischargeDay) is { } support && first.Care != CareKind.Observation) Support(support, first.Date, first.Care, month, sheet);
    }

    private void Alone(List<DischargeGuidance> guidances, PatientMonth month, FeeSheet sheet) {
        if (guidances is not [var guidance, ..]) return;
        var death = month.Station.Rows.ServiceEnds[month.Patient.Key].Min(e => e.DeathDate);
        if ((guidance.Readmission ?? death) is { } day && month.Station.Contains(day)) Support(guidance, day, CareKind.General, month, sheet);
    }

    private void Support(DischargeGuidance guidance, DateOnly day, CareKind care, PatientMonth month, FeeSheet sheet) =>
        Add(FeeFamily.DischargeSupport, guidance.Minutes > 90 ? FeeCase.Designated : FeeCase.Ordinary, guidance, day, care, $"退院日{guidance.Discharge:yyyy-MM-dd}の支援{guidance.Minutes}分", month, sheet);

    private void Add(FeeFamily family, FeeCase? kind, DischargeGuidance guidance, DateOnly day, CareKind care, string text, PatientMonth month, FeeSheet sheet) {
        if (Collaborations.StaffCode(guidance.Staff, guidance.Date, new("dischargeGuidances", guidance.Key, "staff"), month) is { } staff)
            sheet.Add(this, new FeeFacts(family) { Care = care, Case = kind }, day, [guidance.Key], text, staff, "", null);
    }
}
