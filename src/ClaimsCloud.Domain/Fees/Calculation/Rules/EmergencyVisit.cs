namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>緊急訪問看護加算, 精神科緊急訪問看護加算: once a day; alone on a day on which another station made the planned visit.</summary>
internal sealed class EmergencyVisit() : DayFeeRule("K13", "緊急訪問看護加算", "告示 緊急訪問看護加算・精神科緊急訪問看護加算") {
    protected override bool AppliesTo(VisitDay day) => day.EmergencyDay > 0;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) =>
        sheet.Add(this, new FeeFacts(FeeFamily.Emergency) { Care = day.Care, MonthDay = day.EmergencyDay }, day.Date, day.Emergency!.Keys,
            day.Base == DayBase.EmergencyAlone ? $"他のステーションの訪問日に緊急訪問、月{day.EmergencyDay}日目" : $"緊急訪問、月{day.EmergencyDay}日目");
}
