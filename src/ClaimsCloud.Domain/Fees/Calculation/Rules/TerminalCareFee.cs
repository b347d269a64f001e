using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護ターミナルケア療養費: two visits in the day of death and the 14 days before it; 遠隔死亡診断補助加算.</summary>
internal sealed class TerminalCareFee() : FeeRule("K31", "訪問看護ターミナルケア療養費", "告示 区分番号05") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.Station.Rows.ServiceEnds[month.Patient.Key].FirstOrDefault() is not { TerminalCare: not TerminalCare.None, DeathDate: { } death } end
            || !month.Station.Contains(death)) return;
        var place = BundlePlace.Row("serviceEnds", end.Key);
        var days = DaysBefore(death, month).ToList();
        if (days.Count < 2) {
            var known = month.Station.Bundle.VisitsCompleteFrom ?? month.Station.FirstDay;
            if (known > death.AddDays(-14))
                month.Findings.NotChecked("K31a", place, "死亡日前14日以内の訪問が前月にかかり、2日以上の訪問を確かめられないためターミナルケア療養費を算定していません。", $"{death.AddDays(-14):yyyy-MM-dd}からの訪問も入れてください。", Source);
            else
                month.Findings.Ask("K31b", place, "死亡日と死亡前14日以内の訪問が2日ないためターミナルケア療養費を算定していません。", "訪問の記録を確かめてください。", Source);
            return;
        }
        if (!month.Facts.Agreed(AgreementKind.TerminalCare, death)) {
            month.Findings.Hint("K31c", new("agreements", "", "kind"), "ターミナルケアの支援体制の説明がないためターミナルケア療養費を算定していません。", "説明していれば登録してください。", Source);
            return;
        }
        IReadOnlyList<string> rows = [end.Key, .. days.SelectMany(d => d.Keys)];
        var care = days[^1].Care;
        sheet.Add(this, new FeeFacts(FeeFamily.Terminal) { Care = care, Number = end.TerminalCare == TerminalCare.Home ? 1 : 2 }, death, rows, $"死亡日前14日以内に{days.Count}日訪問");
        if (end.RemoteDiagnosisStaff is { } staff && Collaborations.StaffCode(staff, death, new("serviceEnds", end.Key, "remoteDiagnosisStaff"), month) is { } code)
            sheet.Add(this, new FeeFacts(FeeFamily.RemoteDeathCertificate) { Care = care }, death, [end.Key], "情報通信機器を用いた死亡診断の補助", code, "", null);
    }

    public static IEnumerable<VisitDay> DaysBefore(DateOnly death, PatientMonth month) =>
        month.DaysWithContext.Where(d => d.Base is not (DayBase.None or DayBase.EmergencyAlone) && d.Date <= death && d.Date >= death.AddDays(-14));
}
