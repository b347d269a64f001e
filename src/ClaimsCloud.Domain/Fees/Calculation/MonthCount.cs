namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Numbers the days of the month that a fee counts.</summary>
internal static class MonthCount {
    public static void Number(VisitDay[] days) {
        var (ordinary, emergency, multiple, night, lateNight) = (0, 0, 0, 0, 0);
        foreach (var day in days) {
            if (day.IsOrdinary) day.MonthDay = ++ordinary;
            if (day.Base is DayBase.Ordinary or DayBase.EmergencyAlone && day.Emergency is not null) day.EmergencyDay = ++emergency;
            if (day.Base == DayBase.Inclusive) multiple++;
            if (day.MultipleDay > 0) day.MultipleDay = ++multiple;
            if (day.IsOrdinary && day.Night is not null) day.NightDay = ++night;
            if (day.IsOrdinary && day.LateNight is not null) day.LateNightDay = ++lateNight;
        }
    }
}
