using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>What was done with others: 在宅患者連携指導, カンファレンス, 看護・介護職員連携強化, 精神科重症患者支援管理連携, 医療情報連携, 遠隔診療補助. Recorded on the first day.</summary>
internal sealed class Collaborations() : FeeRule("K24", "連携の加算", "告示 訪問看護管理療養費 注、訪問看護遠隔診療補助料") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var rows = month.Station.Rows.Collaborations[month.Patient.Key];
        if (rows.Length == 0 || month.FirstManagementDay is not { } day) return;
        var acts = rows.Where(c => month.Station.Contains(c.Date)).ToLookup(c => c.Kind);
        foreach (var act in acts[CollaborationKind.SharedGuidance].Take(1)) Add(FeeFamily.HomePatientGuidance, null, act, day, month, sheet);
        foreach (var act in acts[CollaborationKind.EmergencyConference].Take(2)) Add(FeeFamily.EmergencyConference, null, act, day, month, sheet);
        if (day.Care != CareKind.Observation) {
            foreach (var act in acts[CollaborationKind.CareStaff].Take(1)) CareStaff(act, day, month, sheet);
            foreach (var act in acts[CollaborationKind.PsychiatricSevere].Take(1)) Severe(act, day, month, sheet);
        }
        if (!month.Station.FromRevision2026) return;
        if (!sheet.Has(FeeFamily.HomePatientGuidance))
            foreach (var act in acts[CollaborationKind.MedicalInformation].Take(1)) Add(FeeFamily.InformationSharing, null, act, day, month, sheet);
        foreach (var act in acts[CollaborationKind.RemoteConsultation].Take(1)) Add(FeeFamily.RemoteConsultation, null, act, day, month, sheet);
    }

    /// <summary>職種等 of who acted; null after a finding when nobody knows the staff member.</summary>
    public static string? StaffCode(string key, DateOnly date, BundlePlace place, PatientMonth month) {
        if (month.Station.Staff(key) is { } staff) return StaffOfDay.Code(staff, date, month.Station);
        month.Findings.Refuse("K24a", place, $"職員「{key}」は職員の一覧にいません。", "職員を登録するか直してください。", "記録条件仕様 別表20");
        return null;
    }

    /// <summary>Only where the station keeps 24時間対応体制; the code follows its kind.</summary>
    private void CareStaff(Collaboration act, VisitDay day, PatientMonth month, FeeSheet sheet) {
        var number = month.Station.Files("1615", day.Date) ? 1 : 2;
        Add(FeeFamily.CareStaffSupport, number, act, day, month, sheet);
    }

    private void Severe(Collaboration act, VisitDay day, PatientMonth month, FeeSheet sheet) {
        int? number = month.Facts.Condition?.PsychiatricSupport switch { PsychiatricSupport.TwiceWeekly => 1, PsychiatricSupport.TwiceMonthly => 2, _ => null };
        if (number is not null) Add(FeeFamily.PsychiatricSevere, number, act, day, month, sheet);
        else
            month.Findings.Ask("K24b", BundlePlace.Row("collaborations", act.Key), "精神科在宅患者支援管理料の区分がないため、精神科重症患者支援管理連携加算を算定していません。",
                "心身の状態に区分を入れてください。", Source);
    }

    private void Add(FeeFamily family, int? number, Collaboration act, VisitDay day, PatientMonth month, FeeSheet sheet) {
        if (StaffCode(act.Staff, act.Date, new("collaborations", act.Key, "staff"), month) is { } staff)
            sheet.Add(this, new FeeFacts(family) { Care = day.Care, Number = number }, day.Date, [act.Key], $"{act.Date:yyyy-MM-dd}に実施", staff, "", null);
    }
}
