namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>乳幼児加算: under six, general care; more for 超重症児・準超重症児, 別表７, 別表８.</summary>
internal sealed class InfantAddOn() : DayFeeRule("K15", "乳幼児加算", "告示 乳幼児加算") {
    protected override bool AppliesTo(VisitDay day) => day.IsOrdinary && day.Care == CareKind.General;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var age = month.Facts.AgeOn(day.Date);
        if (age >= 6) return;
        var designated = month.Facts.IsSevereChild(day.Date) || month.Facts.IsListed(day.Date);
        sheet.Add(this, new FeeFacts(FeeFamily.Infant) { Care = day.Care, Case = designated ? FeeCase.Designated : FeeCase.Ordinary }, day.Date, day.Keys, $"{age}歳");
    }
}
