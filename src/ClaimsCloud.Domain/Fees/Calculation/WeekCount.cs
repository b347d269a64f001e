using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Numbers the days with a base fee in their calendar week, and takes away those that no rule allows. 基本 and 精神科 are one count, 医療観察 another.</summary>
internal static class WeekCount {
    private const string Source = "告示 訪問看護基本療養費・精神科訪問看護基本療養費の注（週3日、別表7・8、特別指示、退院後3月以内週5日）";

    public static void Number(List<VisitDay> days, PatientFacts facts, CalculationFindings findings) {
        var (week, ofCare, ofObservation) = (DateOnly.MinValue, 0, 0);
        foreach (var day in days) {
            if (!day.IsOrdinary) continue;
            if (Period.WeekOf(day.Date) is var sunday && sunday != week) (week, ofCare, ofObservation) = (sunday, 0, 0);
            ref var count = ref day.Care == CareKind.Observation ? ref ofObservation : ref ofCare;
            var number = count + 1;
            if (number > 3 && !MayExceed(day, number, facts)) {
                day.Base = DayBase.None;
                if (facts.Station.Contains(day.Date))
                    findings.Ask("K04a", new("visits", day.First.Row.Key, "date"), $"{day.Date:yyyy-MM-dd}は週{number}日目の訪問で、算定できる状態・指示がないため算定していません。",
                        "別表7・別表8、特別指示書、退院日が入っているか確かめてください。", Source);
                continue;
            }
            day.WeekDay = count = number;
        }
        AskForContext(days, facts, findings);
    }

    private static bool MayExceed(VisitDay day, int number, PatientFacts facts) => day.Care switch {
        CareKind.General => day.HasSpecialInstruction || facts.IsListed(day.Date),
        CareKind.Psychiatric => day.HasSpecialInstruction || (number <= 5 && facts.WithinThreeMonthsOfPsychiatricDischarge(day.Date)),
        _ => day.HasSpecialInstruction,
    };

    private static void AskForContext(List<VisitDay> days, PatientFacts facts, CalculationFindings findings) {
        var month = facts.Station.Month;
        var weekStart = Period.WeekOf(month.FirstDay);
        var known = facts.Station.Bundle.VisitsCompleteFrom ?? month.FirstDay;
        if (weekStart == month.FirstDay || known <= weekStart || facts.Patient.ServiceStart >= month.FirstDay) return;
        if (days.Find(d => d.IsOrdinary && Period.WeekOf(d.Date) == weekStart) is { } day)
            findings.NotChecked("K04b", new("bundle", "", "visitsCompleteFrom"), $"{day.Date:yyyy-MM-dd}からの週は前月にかかり、前月の訪問が分からないため週の日数を確かめていません。",
                $"{weekStart:yyyy-MM-dd}からの訪問も入れてください。", Source);
    }
}
