using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Makes days out of visits: which visits one base fee pays for, and by which order. Counting comes later.</summary>
internal static class DayReading {
    private const string OneBase = "訪問看護療養費マスター 併算定背反テーブル（基本療養費どうしは同一日に一方のみ）";

    public static List<VisitDay> Days(PatientFacts facts, CalculationFindings findings) {
        var days = new List<VisitDay>();
        var earlier = new CalculationFindings(facts.Patient.Key);
        var visits = VisitReading.Visits(facts, findings);
        for (int i = 0, next; i < visits.Count; i = next) {
            var date = visits[i].Row.Date;
            for (next = i + 1; next < visits.Count && visits[next].Row.Date == date;) next++;
            if (Day(date, visits.GetRange(i, next - i), facts, date < facts.Station.FirstDay ? earlier : findings) is { } day) days.Add(day);
        }
        return days;
    }

    private static VisitDay? Day(DateOnly date, List<DayVisit> visits, PatientFacts facts, CalculationFindings findings) {
        var kind = KindOf(visits);
        LeaveOut(kind, visits, findings);
        if (kind is VisitKind.Nursing or VisitKind.Psychiatric && visits.Count > 1 && facts.Station.FromRevision2026) visits = Joined(visits, facts);

        var care = kind switch {
            VisitKind.Psychiatric or VisitKind.PsychiatricOvernightLeave => CareKind.Psychiatric,
            VisitKind.MedicalObservation or VisitKind.MedicalObservationLeave => CareKind.Observation,
            _ => CareKind.General,
        };
        var (ordinary, special) = care switch { CareKind.General => ("01", "02"), CareKind.Psychiatric => ("03", "04"), _ => ("05", "06") };
        var hasSpecial = facts.HasInstruction(special, date);
        // Orders of the month before need not be in the bundle: its visits only count.
        if (!hasSpecial && !facts.HasInstruction(ordinary, date) && facts.Station.Contains(date)) {
            findings.Refuse("K02b", new("visits", visits[0].Row.Key, "date"), $"{date:yyyy-MM-dd}の訪問に有効な指示書がありません。",
                "指示書の期間と種類を入れるか、訪問の支払を直してください。", "記録条件仕様 訪問看護指示レコード、基準告示");
            return null;
        }
        var dayBase = BaseOf(date, kind, visits, facts, findings);
        return new(date, care, dayBase, visits) {
            Building = BuildingOf(visits[0].Row, facts, findings), Staff = StaffOf(care, visits), Instruction = ordinary, SpecialInstruction = hasSpecial ? special : "",
            Minutes = dayBase == DayBase.Inclusive ? visits.Sum(v => v.Minutes) : Longest(visits),
        };
    }

    private static void LeaveOut(VisitKind kind, List<DayVisit> visits, CalculationFindings findings) {
        for (var i = 0; i < visits.Count;) {
            if (visits[i].Row is var row && row.Kind == kind) {
                i++;
                continue;
            }
            findings.Ask("K02a", BundlePlace.Row("visits", row.Key), $"{row.Date:yyyy-MM-dd}は別の種類の訪問に基本療養費を算定するため、この訪問は算定していません。",
                "同じ日に算定できる基本療養費は一つです。種類が正しいか確かめてください。", OneBase);
            visits.RemoveAt(i);
        }
    }

    private static int Longest(List<DayVisit> visits) {
        var minutes = 0;
        foreach (var visit in visits) minutes = Math.Max(minutes, visit.Minutes);
        return minutes;
    }

    /// <summary>An ordinary visit keeps its base fee and its 管理療養費 when a specialist comes on the same day; else the first visit decides.</summary>
    private static VisitKind KindOf(List<DayVisit> visits) =>
        visits.Exists(v => v.Row.Kind == VisitKind.InclusiveCare) ? VisitKind.InclusiveCare
        : (visits.Find(v => v.Row.Kind is VisitKind.Nursing or VisitKind.Psychiatric or VisitKind.MedicalObservation) ?? visits[0]).Row.Kind;

    private static DayBase BaseOf(DateOnly date, VisitKind kind, List<DayVisit> visits, PatientFacts facts, CalculationFindings findings) {
        switch (kind) {
            case VisitKind.SpecialistJoint: return DayBase.Specialist;
            case VisitKind.OvernightLeave or VisitKind.PsychiatricOvernightLeave or VisitKind.MedicalObservationLeave: return DayBase.Leave;
            case VisitKind.InclusiveCare: return InclusiveDays.BaseOf(date, visits, facts, findings);
        }
        if (!facts.OtherStationVisits(date)) return DayBase.Ordinary;
        if (visits.Exists(v => v.IsEmergency)) return DayBase.EmergencyAlone;
        findings.Ask("K02c", new("visits", visits[0].Row.Key, "date"), $"{date:yyyy-MM-dd}は他のステーションが訪問しているため算定していません。",
            "同じ日に二つのステーションは基本療養費を算定できません。緊急なら理由を入れてください。", "告示 訪問看護基本療養費の注（同一日の他の訪問看護ステーション）");
        return DayBase.None;
    }

    /// <summary>The best of the day's visitors: a base fee is one a day, and the texts at hand do not say whose it is when nurse and assistant nurse both came.</summary>
    private static StaffClass? StaffOf(CareKind care, List<DayVisit> visits) {
        if (visits.Exists(v => v.Code is 1 or 2 or 3 or 8)) return StaffClass.Nurse;
        if (visits.Exists(v => v.Code is 4 or 5 or 6)) return care == CareKind.General ? StaffClass.Therapist : StaffClass.OccupationalTherapist;
        return StaffClass.AssistantNurse;
    }

    private static string BuildingOf(Visit visit, PatientFacts facts, CalculationFindings findings) {
        if ((visit.Building ?? facts.ResidenceOn(visit.Date)?.Building) is not { } key) return "";
        if (facts.Station.Building(key) is not null) return facts.Station.BuildingGroup(key);
        findings.Refuse("K02d", new("visits", visit.Key, "building"), $"建物「{key}」は建物の一覧にありません。", "建物を登録するか、居住地・訪問の建物を直してください。", "同一建物居住者の人数");
        return "";
    }

    /// <summary>2026: visits of less than 30 minutes in a building that begin within two hours of the end of the one before are one visit, emergencies apart.</summary>
    private static List<DayVisit> Joined(List<DayVisit> visits, PatientFacts facts) {
        var joined = new List<DayVisit>();
        foreach (var visit in visits) {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is { Minutes: < 30, IsEmergency: false } && visit is { Minutes: < 30, IsEmergency: false }
                && (visit.Row.Building ?? facts.ResidenceOn(visit.Row.Date)?.Building) is not null
                && visit.Row.Start - last.Row.End < TimeSpan.FromHours(2) && visit.Row.Start >= last.Row.End)
                joined[^1] = last with { Row = last.Row with { End = visit.Row.End }, Keys = [.. last.Keys, .. visit.Keys], Minutes = last.Minutes + visit.Minutes };
            else
                joined.Add(visit);
        }
        return joined;
    }
}
