using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>包括型訪問看護療養費 (2026): when a day of visits is one.</summary>
internal static class InclusiveDays {
    private const string Source = "告示（令和8年度）包括型訪問看護療養費、疑義解釈その2・その3・その7";

    /// <summary>At least one visit by day and one by night, 30 minutes in all, one visit not by an assistant nurse; only day visits make an ordinary day.</summary>
    public static DayBase BaseOf(DateOnly date, List<DayVisit> visits, PatientFacts facts, CalculationFindings findings) {
        var place = new BundlePlace("visits", visits[0].Row.Key, "kind");
        if (!facts.Station.FromRevision2026) {
            findings.Refuse("K03a", place, "包括型訪問看護療養費は令和8年6月からです。", "訪問の種類を直してください。", Source);
            return DayBase.None;
        }
        var building = facts.Station.Building(visits[0].Row.Building ?? facts.ResidenceOn(date)?.Building);
        if (building?.InclusiveCareFrom is not { } from || from > date) {
            findings.Refuse("K03b", place, "包括型を算定する建物として登録されていません。", "建物の登録日を入れるか、訪問の種類を直してください。", Source);
            return DayBase.None;
        }
        if (!visits.Exists(v => v.IsNightBand)) {
            visits.RemoveRange(1, visits.Count - 1);
            return DayBase.Ordinary;
        }
        if (visits.Exists(v => !v.IsNightBand) && visits.Sum(v => v.Minutes) >= 30 && visits.Exists(v => v.Code != 7)) return DayBase.Inclusive;
        findings.Ask("K03c", place, $"{date:yyyy-MM-dd}は包括型の要件（日中と夜間の訪問、合計30分以上、准看護師以外の訪問）を満たさないため算定していません。",
            "訪問の記録を確かめてください。", Source);
        return DayBase.None;
    }
}
