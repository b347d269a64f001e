namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>基本療養費（Ⅰ）（Ⅱ）, 精神科（Ⅰ）（Ⅲ）, 医療観察１・３, （Ⅲ）（Ⅳ） on leave. Once a day: alone in the building or not is decided that day over all patients.</summary>
internal sealed class BaseFee() : DayFeeRule("K10", "基本療養費", "告示 区分番号01・01－2、医療観察訪問看護基本料") {
    protected override bool AppliesTo(VisitDay day) => day.Base is DayBase.Ordinary or DayBase.Specialist or DayBase.Leave;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var users = day.Base == DayBase.Leave ? 1 : heads.BaseUsers(day);
        var facts = new FeeFacts(Family(day, users)) {
            Care = day.Care, Staff = day.Staff, WeekDay = day.WeekDay, BuildingUsers = users, MonthDay = day.MonthDay, Minutes = day.Minutes,
        };
        var text = day.Base switch {
            DayBase.Specialist => "専門の研修を受けた看護師の同行訪問",
            DayBase.Leave => "外泊中の訪問",
            _ => month.Station.Text(this, (day.WeekDay, day.MonthDay, users, day.Minutes),
                static ((int WeekDay, int MonthDay, int Users, int Minutes) n) => $"週{n.WeekDay}日目、月{n.MonthDay}日目、同一建物{n.Users}人、最長{n.Minutes}分"),
        };
        if (sheet.Add(this, facts, day.Date, day.Keys, text, StaffOfDay.Codes(day), StaffOfDay.VisitCount(day), day) is null) {
            // No base fee, so nothing that rests on one: neither 管理療養費 nor add-ons.
            day.Base = DayBase.None;
            return;
        }
        if (month.Station.FromRevision2026 && users >= 2 && day.Visits.Min(v => v.Minutes) < 20)
            month.Findings.Ask("K10a", new("visits", day.First.Row.Key, "end"), $"{day.Date:yyyy-MM-dd}の訪問は20分未満です。同一建物居住者への訪問は20分を下回れません。",
                "訪問の時刻を確かめてください。", "告示（令和8年度）訪問看護基本療養費（Ⅱ）の時間");
        if (day.Visits.Exists(v => v.Code == 7) && day.Staff != StaffClass.AssistantNurse)
            month.Findings.NotChecked("K10b", new("visits", day.First.Row.Key, "staff"), $"{day.Date:yyyy-MM-dd}は准看護師と他の職種が訪問しています。高い方の職種で算定しました。",
                "どちらの職種の基本療養費かを確かめてください。", "訪問看護療養費マスター 職種区分");
    }

    private static FeeFamily Family(VisitDay day, int users) => (day.Base, day.Care) switch {
        (DayBase.Specialist, _) => users == 1 ? FeeFamily.Basic1Specialist : FeeFamily.Basic2Specialist,
        (DayBase.Leave, CareKind.General) => FeeFamily.Basic3,
        (DayBase.Leave, CareKind.Psychiatric) => FeeFamily.Psychiatric4,
        (DayBase.Leave, _) => FeeFamily.Observation4,
        (_, CareKind.General) => users == 1 ? FeeFamily.Basic1 : FeeFamily.Basic2,
        (_, CareKind.Psychiatric) => users == 1 ? FeeFamily.Psychiatric1 : FeeFamily.Psychiatric3,
        _ => users == 1 ? FeeFamily.Observation1 : FeeFamily.Observation3,
    };
}
