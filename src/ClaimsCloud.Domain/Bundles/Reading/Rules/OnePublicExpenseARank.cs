using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU47: 同じ順位の公費。</summary>
internal sealed class OnePublicExpenseARank() : BundleRuleCheck(new("BU47", Severity.ClaimRefused, "同じ順位の公費が2つあります",
    "期間か負担者番号を直してください。自治体の医療費助成は、順位に1からの違う数字を入れます。") { Source = "電子レセプトの作成手引き－訪問看護－ 令和6年6月版 p.12（公費の優先順位）" }) {
    /// <summary>法別番号 that the national order of priority names. All others are ordered by <see cref="PublicExpenseCertificate.LocalOrder"/>.</summary>
    private static readonly string[] National =
        ["13", "14", "18", "29", "30", "11", "21", "15", "16", "24", "28", "19", "52", "54", "51", "38", "53", "66", "62", "25", "12"];

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

    private static string Rank(PublicExpenseCertificate expense) =>
        expense.PayerNumber[..2] is var law && National.Contains(law) ? law : $"local {expense.LocalOrder}";
}
