using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU47: 同じ順位の公費。</summary>
internal sealed class OnePublicExpenseARank() : BundleRuleCheck(new("BU47", Severity.ClaimRefused, "同じ順位の公費が2つあります",
    "期間か負担者番号を直してください。自治体の医療費助成は、順位に1からの違う数字を入れます。") { Source = "電子レセプトの作成手引き－訪問看護－ 令和6年6月版 p.12（公費の優先順位）" }) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        foreach (var rank in bundle.PublicExpenses.GroupBy(e => (e.Patient, Rank(e)))) {
            PublicExpenseCertificate? before = null;
            foreach (var expense in rank.OrderBy(e => e.From).ThenBy(e => e.Key, StringComparer.Ordinal)) {
                if (before is not null && !(before.Until < expense.From))
                    report.Add(Rule, PayerTables.PublicExpenses, expense.Key, "payerNumber", $"公費「{expense.Key}」の順位が「{before.Key}」と同じで、期間が重なっています。");
                if (before is null || before.Until < (expense.Until ?? DateOnly.MaxValue)) before = expense;
            }
        }
    }

    /// <summary>Programmes that the national order does not name are ordered by <see cref="PublicExpenseCertificate.LocalOrder"/>.</summary>
    private static string Rank(PublicExpenseCertificate expense) =>
        expense.PayerNumber[..2] is var law && PublicExpenseProgramme.Find(law) is not null ? law : $"local {expense.LocalOrder}";
}
