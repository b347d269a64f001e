namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X17b: 直近報告年月日が請求月より後。</summary>
internal sealed class ReportAfterBilling() : ClaimCheck(new Rule("X17b", Severity.Query,
    "主治医への直近報告年月日が請求月より後です",
    "直近報告年月日は、請求までに主治医へ最後に報告した日です。",
    "報告した日を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.12", "2024-06",
    "IH,13,1,1234567,ひかり病院,看護　太郎,20240620",
    "IH,13,1,1234567,ひかり病院,看護　太郎,20250620")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Physicians)
            if (record.Date(7) is { } report && claim.BillingMonth is { } billing && report > billing.LastDay) findings.Add(Rule, record, "LastReportDate", "直近報告年月日が請求年月より後です。");
    }
}
