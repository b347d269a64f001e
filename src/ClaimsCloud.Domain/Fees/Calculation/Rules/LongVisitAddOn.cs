namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>長時間訪問看護加算: a visit of more than 90 minutes, one day a week, three for some children.</summary>
internal sealed class LongVisitAddOn() : DayFeeRule("K14", "長時間訪問看護加算", "告示 長時間訪問看護加算・長時間精神科訪問看護加算") {
    protected override bool AppliesTo(VisitDay day) => day.IsOrdinary && day.LongVisit is not null;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) =>
        sheet.Add(this, new FeeFacts(FeeFamily.LongVisit) { Care = day.Care, Case = day.LongVisit }, day.Date, day.Keys, $"{day.Minutes}分の訪問");
}
