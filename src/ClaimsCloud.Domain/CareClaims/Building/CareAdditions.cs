using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>Additions and deductions of one claim. What counts once a month stands on the claim of the month's last visit.</summary>
internal sealed class CareAdditions(CareStationMonth month, CareGroup group, CareSheet sheet, CareFindingList findings) {
    private readonly string _patient = group.Patient.Key;
    private readonly Visit _last = group.Visits[^1].Visit;

    public void Bill() {
        Rates();
        if (!group.IsLast) return;
        Emergency();
        SpecialManagement();
        FirstVisit();
        foreach (var guidance in Guidances()) Once(CareAddition.DischargeGuidance, guidance.Date.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture));
        CareStaff();
        NursingSystem();
        Terminal();
        SpecialistManagement();
    }

    private void Rates() {
        if (month.Filed(CareFilingKind.SpecialArea, _last.Date)) Rate(CareAddition.SpecialArea);
        if (month.Filed(CareFilingKind.SmallOffice, _last.Date)) Rate(CareAddition.SmallOffice);
        if (group.Insurance.LivesRemotely) Rate(CareAddition.RemoteResident);
        if (group.Insurance.BuildingReduction != CareBuildingReduction.None)
            Rate(group.Insurance.BuildingReduction == CareBuildingReduction.First ? CareAddition.BuildingOne : CareAddition.BuildingTwo);
    }

    private void Emergency() {
        if (!Agreed(c => c.BillsEmergency)) return;
        if (month.Filed(CareFilingKind.EmergencyOne, _last.Date)) Once(CareAddition.EmergencyOne);
        else if (month.Filed(CareFilingKind.EmergencyTwo, _last.Date)) Once(CareAddition.EmergencyTwo);
        else findings.Add(CareBuildRules.NotFiled, new("careFilings", "", "kind"), "緊急時訪問看護加算の届出がないため、算定していません。");
    }

    private void SpecialManagement() {
        if (!Agreed(c => c.BillsSpecialManagement)) return;
        if (group.Visits.Any(v => month.IsSevere(_patient, v.Visit.Date))) Once(CareAddition.SpecialManagementOne);
        else if (group.Visits.Any(v => month.IsListed8(_patient, v.Visit.Date))) Once(CareAddition.SpecialManagementTwo);
        else findings.Add(CareBuildRules.NotFiled, new("listedConditions", "", "code"), "別表８の状態の記録がないため、特別管理加算を算定していません。");
    }

    /// <summary>Not beside 退院時共同指導加算; Ⅰ when the first visit was on the day of the discharge.</summary>
    private void FirstVisit() {
        if (!month.Month.Contains(group.Patient.ServiceStart) || Guidances().Any()) return;
        var first = month.CareVisits(_patient).Min(v => v.Date);
        Once(month.Stays[_patient].Any(s => s.Until == first) ? CareAddition.FirstVisitOne : CareAddition.FirstVisitTwo);
    }

    private void CareStaff() {
        var days = month.Collaborations[_patient].Where(c => c.Kind == CollaborationKind.CareStaff && month.Month.Contains(c.Date)).Select(c => c.Date.Day).Distinct().Order().ToList();
        if (days.Count > 0) Once(CareAddition.CareStaff, string.Join(',', days));
    }

    private void NursingSystem() {
        if (month.Filed(CareFilingKind.NursingSystemOne, _last.Date)) Once(CareAddition.NursingSystemOne);
        else if (month.Filed(CareFilingKind.NursingSystemTwo, _last.Date)) Once(CareAddition.NursingSystemTwo);
    }

    /// <summary>Only one insurance pays it: that of the last visit before the death. 介護予防 has none.</summary>
    private void Terminal() {
        var end = month.Ends[_patient].FirstOrDefault(e => e.TerminalCare != TerminalCare.None && e.DeathDate is { } death && month.Month.Contains(death));
        if (end is null || group.ServiceType == "63") return;
        var last = month.Visits[_patient].Where(v => v.Payer != VisitPayer.Private).MaxBy(v => v.Date.ToDateTime(v.Start))!;
        if (last.Payer == VisitPayer.Care) Once(CareAddition.Terminal, end.DeathDate!.Value.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private void SpecialistManagement() {
        var codes = group.Visits.Select(v => v.Visit.SpecialistCode).Where(c => c.Length > 0).ToList();
        if (codes.Exists(c => c[0] == '1')) Once(CareAddition.SpecialistManagementOne);
        else if (codes.Exists(c => c[0] == '2')) Once(CareAddition.SpecialistManagementTwo);
    }

    private IEnumerable<DischargeGuidance> Guidances() => month.Guidances[_patient].Where(g => g.Kind == DischargeGuidanceKind.Joint && month.Month.Contains(g.Discharge)).OrderBy(g => g.Date).ThenBy(g => g.Key, StringComparer.Ordinal);

    private bool Agreed(Func<CareInsurance, bool> bills) => month.Insurances[_patient].Any(c => bills(c) && month.CareVisits(_patient).Any(v => Period.Covers(c.From, c.Until, v.Date)));

    private void Rate(CareAddition addition) => sheet.AddRate(addition, sheet.VisitUnits, sheet.PublicVisitUnits);

    /// <summary>A programme pays for it when it pays for the last visit.</summary>
    private void Once(CareAddition addition, string remarks = "") {
        var paidBy = group.PaidBy(_last);
        for (var k = 0; k < paidBy.Length; k++)
            if (!group.Visits.All(v => group.PaidBy(v.Visit)[k])) findings.Doubt(CareDoubts.PartlyPublic, "月1回の加算の公費は、最後の訪問の日で決めています。");
        sheet.Add(addition, 1, paidBy, remarks);
    }
}
