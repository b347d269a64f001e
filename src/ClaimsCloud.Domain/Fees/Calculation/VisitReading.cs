using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Visits of a patient with their staff, sorted by time. A visit of the month that cannot be used is a finding; those before it had their own.</summary>
internal static class VisitReading {
    private const string Source = "訪問看護療養費に係る訪問看護ステーションの基準等（告示）、記録条件仕様 別表20";

    public static List<DayVisit> Visits(PatientFacts facts, CalculationFindings findings) {
        var rows = facts.Station.Rows.Visits[facts.Patient.Key];
        var earlier = new CalculationFindings(facts.Patient.Key);
        var visits = new List<DayVisit>(rows.Length);
        foreach (var row in rows)
            if (row.Payer == VisitPayer.Medical && row.Date <= facts.Station.LastDay && Read(row, facts.Station, row.Date < facts.Station.FirstDay ? earlier : findings) is { } visit) visits.Add(visit);
        return visits;
    }

    private static DayVisit? Read(Visit row, StationMonth station, CalculationFindings findings) {
        var minutes = (((row.EndDate ?? row.Date).DayNumber - row.Date.DayNumber) * 1440) + Minute(row.End) - Minute(row.Start);
        if (minutes is <= 0 or > 1440) {
            findings.Refuse("K01a", new("visits", row.Key, "end"), $"訪問の時刻が{row.Start:HH:mm}から{row.End:HH:mm}です。",
                "開始と終了の時刻を直してください。日をまたぐ訪問は終了日も入れてください。", Source);
            return null;
        }
        if (row.Staff.Length == 0 || station.Staff(row.Staff) is not { } staff || !Period.Covers(staff.EmployedFrom, staff.EmployedUntil, row.Date)) {
            findings.Refuse("K01b", new("visits", row.Key, "staff"), $"訪問者「{row.Staff}」はその日の職員にいません。", "訪問者か職員の在籍期間を直してください。", Source);
            return null;
        }
        if (!MayVisit(staff, row)) {
            findings.Refuse("K01c", new("visits", row.Key, "staff"), "その訪問を主として行える職種・研修ではありません。",
                "訪問の種類か職員の職種・精神科研修の開始日を直してください。", Source);
            return null;
        }
        if (row.Companions.Count == 0) return new(row, [row.Key], staff, Code(staff, row.Date, station), [], minutes);
        var companions = new List<(StaffMember, int)>();
        foreach (var key in row.Companions.Order(StringComparer.Ordinal)) {
            if (station.Staff(key) is { } companion && Period.Covers(companion.EmployedFrom, companion.EmployedUntil, row.Date))
                companions.Add((companion, Code(companion, row.Date, station)));
            else
                findings.Refuse("K01b", new("visits", row.Key, "companions"), $"同行者「{key}」はその日の職員にいません。", "同行者か職員の在籍期間を直してください。", Source);
        }
        return new(row, [row.Key], staff, Code(staff, row.Date, station), companions, minutes);
    }

    /// <summary>A nurse with a finished specialist training is 08, never 03 (別表20).</summary>
    private static int Code(StaffMember staff, DateOnly day, StationMonth station) =>
        staff.Licence == Licence.Nurse && station.IsSpecialist(staff, day) ? 8 : (int)staff.Licence;

    private static bool MayVisit(StaffMember staff, Visit row) => row.Kind switch {
        VisitKind.Psychiatric or VisitKind.PsychiatricOvernightLeave =>
            staff.Licence is Licence.PublicHealthNurse or Licence.Nurse or Licence.AssistantNurse or Licence.OccupationalTherapist && staff.PsychiatricFrom <= row.Date,
        VisitKind.MedicalObservation or VisitKind.MedicalObservationLeave =>
            staff.Licence is Licence.PublicHealthNurse or Licence.Nurse or Licence.OccupationalTherapist,
        VisitKind.SpecialistJoint => staff.Licence is Licence.Nurse,
        _ => staff.Licence is not (Licence.NursingAide or Licence.PsychiatricSocialWorker),
    };

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
