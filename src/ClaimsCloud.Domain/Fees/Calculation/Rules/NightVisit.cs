namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>夜間・早朝訪問看護加算 and 深夜訪問看護加算, each once a day, for visits at an hour that the patient wished.</summary>
internal sealed class NightVisit() : DayFeeRule("K17", "夜間・早朝・深夜訪問看護加算", "告示 夜間・早朝訪問看護加算、深夜訪問看護加算") {
    protected override bool AppliesTo(VisitDay day) => day.IsOrdinary;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (day.Night is { } night) Bill(FeeFamily.Night, night, heads.NightUsers(day), day.NightDay, day, month, sheet);
        if (day.LateNight is { } late) Bill(FeeFamily.LateNight, late, heads.LateNightUsers(day), day.LateNightDay, day, month, sheet);
        foreach (var visit in day.Visits)
            if (!visit.HourIsThePatients && (visit.IsNight || visit.IsLateNight))
                month.Findings.Hint("K17a", new("visits", visit.Row.Key, "hourWishedByPatient"), $"{day.Date:yyyy-MM-dd} {visit.Row.Start:HH:mm}の訪問は利用者の希望と記録されていないため、時間帯の加算を算定していません。",
                    "利用者の求めによる時間なら記録してください。", Source);
    }

    private void Bill(FeeFamily family, DayVisit visit, int users, int monthDay, VisitDay day, PatientMonth month, FeeSheet sheet) {
        sheet.Add(this, new FeeFacts(family) { Care = day.Care, BuildingUsers = users, MonthDay = monthDay }, day.Date, visit.Keys,
            $"{visit.Row.Start:HH:mm}開始、同一建物で同じ加算{users}人、月{monthDay}日目");
        if (month.Station.FromRevision2026 && users >= 3)
            month.Findings.NotChecked("K17b", new("visits", visit.Row.Key, "start"), "時間帯の加算の同一建物の人数は、同じ日に同じ加算を算定する利用者で数えました。",
                "数え方を留意事項通知で確かめてください。", "告示（令和8年度）夜間・早朝訪問看護加算（数え方は未確認）");
    }
}
