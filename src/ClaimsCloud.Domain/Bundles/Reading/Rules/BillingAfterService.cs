using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU32: 請求年月。</summary>
internal sealed class BillingAfterService() : BundleRuleCheck(new("BU32", Severity.FileRefused, "請求年月が指定訪問看護年月より後ではありません", "請求年月を直してください。")) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        if (bundle.BillingMonth <= bundle.Month)
            report.Add(Rule, StationTables.Month, "", "billingMonth", $"請求年月{CellText.Of(bundle.BillingMonth)}は、指定訪問看護年月{CellText.Of(bundle.Month)}より後にします。");
    }
}
