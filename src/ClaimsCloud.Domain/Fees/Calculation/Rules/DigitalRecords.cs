using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護医療DX情報活用加算: once a month where information was fetched by 資格確認.</summary>
internal sealed class DigitalRecords() : FeeRule("K26", "訪問看護医療DX情報活用加算", "告示 訪問看護管理療養費 注（訪問看護医療DX情報活用加算）") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.FirstManagementDay is not { Care: not CareKind.Observation } day) return;
        if (month.ManagementDays.Any(d => month.Facts.Agreed(AgreementKind.DigitalInformation, d.Date)))
            sheet.Add(this, new FeeFacts(FeeFamily.DigitalRecords) { Care = day.Care }, day.Date, day.Keys, "資格確認で診療情報を取得");
    }
}
