using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>複数名訪問看護加算, 複数名精神科訪問看護加算.</summary>
internal sealed class TwoStaffAddOn() : DayFeeRule("K16", "複数名訪問看護加算", "告示 複数名訪問看護加算・複数名精神科訪問看護加算") {
    protected override bool AppliesTo(VisitDay day) => day.IsOrdinary;

    protected override void Bill(VisitDay day, PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (day.TwoStaff is { } two) {
            var users = heads.TwoStaffUsers(day);
            sheet.Add(this, new FeeFacts(FeeFamily.TwoStaff) { Care = day.Care, Companion = two.Companion, Case = two.Case, Visits = two.Count, BuildingUsers = users },
                day.Date, [.. two.Visits.SelectMany(v => v.Keys)], $"同行訪問{two.Visits.Count}回、同一建物で同じ加算{users}人", StaffOfDay.Pairs(two.Visits), Count(two), null);
        } else if (day.Visits.Find(v => v.Companions.Count > 0 && v.Row.CompanionReason == CompanionReason.None) is { } visit) {
            month.Findings.Hint("K16a", new("visits", visit.Row.Key, "companionReason"), $"{day.Date:yyyy-MM-dd}は同行者がいますが、理由がないため複数名訪問看護加算を算定していません。",
                "対象の利用者で同意があれば理由を入れてください。", Source);
        }
    }

    private static string Count(TwoStaffDay two) => two.Count switch { 1 => "01", 2 => "02", _ => "03" };
}
