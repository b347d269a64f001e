using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>24時間対応体制加算: once a month, one station a patient, not beside 緊急時訪問看護加算 of the care insurance.</summary>
internal sealed class AroundTheClock() : FeeRule("K21", "24時間対応体制加算", "告示 訪問看護管理療養費 注2") {
    private static readonly int[] Preference = [3, 1, 2];

    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.FirstManagementDay is not { } day || NumberOn(day, month) is not { } number) return;
        var patient = month.Patient.Key;
        if (!month.Facts.Agreed(AgreementKind.AroundTheClock, day.Date)) {
            month.Findings.Hint("K21a", new("agreements", "", "kind"), "24時間対応体制加算の同意がないため算定していません。", "同意を得ていれば登録してください。", Source);
            return;
        }
        if (month.Station.Rows.OtherStations[patient].Any(o => o.BillsAroundTheClock) || month.Station.Rows.CareInsurances[patient].Any(c => c.BillsEmergency && Period.Covers(c.From, c.Until, day.Date))) return;
        sheet.Add(this, new FeeFacts(FeeFamily.AroundTheClock) { Care = day.Care, Number = number }, day.Date, day.Keys, "24時間対応の体制と同意");
    }

    /// <summary>3 for a station that files 包括型, 1 with 負担軽減の取組, else 2; null: no 届出 for any.</summary>
    private static int? NumberOn(VisitDay day, PatientMonth month) {
        foreach (var number in Preference)
            if (month.Station.Select(new(FeeFamily.AroundTheClock) { Care = day.Care, Number = number }, day.Date) is { } fee && fee.IsFiledOn(day.Date)) return number;
        return null;
    }
}
