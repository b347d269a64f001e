using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Decides the add-ons whose weekly limits and building counts need to be known before the fees: several visits, long visits, several staff.</summary>
internal static class AddOnCandidates {
    public static void Decide(List<VisitDay> days, PatientFacts facts) {
        var weeks = new Dictionary<(DateOnly Week, string What), int>();
        foreach (var day in days) {
            if (!day.IsOrdinary) continue;
            if (day.Visits.Count >= 2 && MayBillSeveralVisits(day, facts)) day.MultipleDay = 1;
            if (LongCase(day, facts) is { } longCase && Within(weeks, day, "long", longCase == FeeCase.Designated ? 3 : 1)) day.LongVisit = longCase;
            if (TwoStaff(day, facts) is { } two && Within(weeks, day, WeekPool(day, two), WeekLimit(day, two))) day.TwoStaff = two;
        }
    }

    private static bool Within(Dictionary<(DateOnly, string), int> weeks, VisitDay day, string what, int limit) {
        var key = (Period.WeekOf(day.Date), what);
        var used = weeks.GetValueOrDefault(key);
        if (used >= limit) return false;
        weeks[key] = used + 1;
        return true;
    }

    /// <summary>別表７・８ or 特別指示; psychiatric: 精神科在宅患者支援管理料.</summary>
    private static bool MayBillSeveralVisits(VisitDay day, PatientFacts facts) => day.Care switch {
        CareKind.General => day.HasSpecialInstruction || facts.IsListed(day.Date),
        CareKind.Psychiatric => facts.Condition is { PsychiatricSupport: not PsychiatricSupport.None },
        _ => false,
    };

    /// <summary>More than 90 minutes; 別表８, 特別指示, or a child under 15 that is 超重症児・準超重症児. The last and children with 別表８: three days a week.</summary>
    private static FeeCase? LongCase(VisitDay day, PatientFacts facts) {
        if (day.Minutes <= 90) return null;
        if (day.Care == CareKind.Observation) return day.HasSpecialInstruction ? FeeCase.Ordinary : null;
        var listed = facts.HasAppendix8(day.Date);
        if (facts.AgeOn(day.Date) < 15 && (facts.IsSevereChild(day.Date) || listed)) return FeeCase.Designated;
        return day.HasSpecialInstruction || listed ? FeeCase.Ordinary : null;
    }

    private static TwoStaffDay? TwoStaff(VisitDay day, PatientFacts facts) {
        if (day.Staff == StaffClass.Therapist || day.Visits.TrueForAll(v => v.Companions.Count == 0)) return null;
        var accompanied = day.Visits.Where(v => v.Companions.Count > 0 && v.Row.CompanionReason != CompanionReason.None && v.Code is not (4 or 5 or 6)).ToList();
        return accompanied.Count == 0 || !MayTakeCompanion(day, accompanied, facts) ? null : TwoStaff(day, accompanied, facts);
    }

    private static TwoStaffDay? TwoStaff(VisitDay day, List<DayVisit> accompanied, PatientFacts facts) {
        return (Of(Companion.Nurse) ?? Of(Companion.AssistantNurse)) ?? Of(Companion.Other);

        TwoStaffDay? Of(Companion kind) {
            var visits = accompanied.Where(v => v.Companions.Any(c => KindOf(c.Code, day.Care) == kind)).ToList();
            if (visits.Count == 0) return null;
            FeeCase? fits = kind == Companion.Other && day.Care == CareKind.General
                ? day.HasSpecialInstruction || facts.IsListed(day.Date) ? FeeCase.Designated : FeeCase.Ordinary : null;
            var counted = fits == FeeCase.Designated || (day.Care != CareKind.General && kind != Companion.Other);
            return new(kind, fits, visits, counted ? Math.Min(visits.Count, 3) : 1);
        }
    }

    private static bool MayTakeCompanion(VisitDay day, List<DayVisit> visits, PatientFacts facts) => day.Care switch {
        CareKind.Psychiatric => day.Minutes >= 30 && facts.SeveralStaffNeeded(day.Date),
        CareKind.General => visits.Exists(v => v.Row.CompanionReason != CompanionReason.Illness) || day.HasSpecialInstruction || facts.IsListed(day.Date),
        _ => true,
    };

    private static Companion KindOf(int code, CareKind care) => code switch {
        7 => Companion.AssistantNurse,
        1 or 3 or 5 or 8 => Companion.Nurse,
        2 or 4 or 6 when care == CareKind.General => Companion.Nurse,
        _ => Companion.Other,
    };

    /// <summary>イ and ロ share one day a week in general care.</summary>
    private static string WeekPool(VisitDay day, TwoStaffDay two) => day.Care == CareKind.General && two.Companion != Companion.Other ? "two-nurses" : $"two-{two.Companion}";

    private static int WeekLimit(VisitDay day, TwoStaffDay two) => (day.Care, two.Companion, two.Case) switch {
        (CareKind.General, Companion.Other, FeeCase.Designated) => int.MaxValue,
        (CareKind.General, Companion.Other, _) => 3,
        (CareKind.General, _, _) => 1,
        (_, Companion.Other, _) => 1,
        _ => int.MaxValue,
    };
}
