namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>請求書 (7111) against the claims of its month. 生保単独 claims count only in the line of 法別 12.</summary>
internal sealed class BillCheck(CareFindings findings) {
    private static readonly string[] Amounts = ["Claims", "Units", "CostYen", "InsuranceYen", "PublicYen", "UserYen"];
    private readonly List<CareRecord> _bills = [];
    private readonly Dictionary<(string Month, string Law), long[]> _sums = [];
    private readonly Dictionary<(string Month, string Law), long> _publicUnits = [];

    public void Add(CareRecord bill) {
        _bills.Add(bill);
        if (Of(bill, "CostYen") is var cost && IsInsurance(bill) && cost != Of(bill, "InsuranceYen") + Of(bill, "PublicYen") + Of(bill, "UserYen"))
            findings.Add(CareRules.BillIdentity, bill, "CostYen", $"{cost:N0}円が、内訳の計{Of(bill, "InsuranceYen") + Of(bill, "PublicYen") + Of(bill, "UserYen"):N0}円と違います。");
    }

    public void Add(CareClaimLines claim) {
        var month = claim.Basic.Text("ServiceMonth") ?? "";
        var (units, insurance, user) = (Of(claim.Basic, "InsuranceUnits"), Of(claim.Basic, "InsuranceYen"), Of(claim.Basic, "InsuranceUserYen"));
        var (publicYen, own) = (0L, 0L);
        for (var k = 1; k <= 3; k++) {
            publicYen += Of(claim.Basic, $"Public{k}Yen");
            own += Of(claim.Basic, $"Public{k}OwnYen");
        }
        var cost = insurance + publicYen + own + user;
        if (!claim.IsWelfareOnly) Sum((month, ""), 1, units, cost, insurance, publicYen, user + own);
        for (var k = 1; k <= 3; k++) {
            if (claim.Basic.Text($"Payer{k}") is not { Length: 8 } payer || Of(claim.Basic, $"Public{k}Yen") is not (> 0 and var yen)) continue;
            Sum((month, payer[..2]), 1, units, cost, 0, yen, 0);
            _publicUnits[(month, payer[..2])] = _publicUnits.GetValueOrDefault((month, payer[..2])) + Of(claim.Basic, $"Public{k}Units");
        }
    }

    public void Finish() {
        foreach (var bill in _bills) {
            var key = (bill.Text("ServiceMonth") ?? "", IsInsurance(bill) ? "" : bill.Text("Law") ?? "");
            var right = _sums.GetValueOrDefault(key) ?? new long[Amounts.Length];
            for (var i = 0; i < Amounts.Length; i++) {
                var stated = Of(bill, Amounts[i]);
                if (stated == right[i] || (Amounts[i] == "Units" && !IsInsurance(bill) && stated == _publicUnits.GetValueOrDefault(key))) continue;
                findings.Add(CareRules.BillTotals, bill, Amounts[i], $"は、明細書の計では{right[i]:N0}です（今は{stated:N0}）。");
            }
            _sums.Remove(key);
        }
        foreach (var (month, law) in _sums.Keys)
            if (_bills.Count > 0) findings.Add(CareRules.BillTotals, $"{month}の{(law.Length == 0 ? "保険請求" : $"法別{law}の公費請求")}の請求書情報がありません。");
        if (_bills.Count == 0 && _sums.Count > 0) findings.Add(CareRules.NoBill, "請求書情報（7111）がありません。");
    }

    private void Sum((string, string) key, params ReadOnlySpan<long> amounts) {
        if (!_sums.TryGetValue(key, out var sums)) _sums[key] = sums = new long[Amounts.Length];
        for (var i = 0; i < sums.Length; i++) sums[i] += amounts[i];
    }

    private static bool IsInsurance(CareRecord bill) => bill.Text("Payer") == "1";

    private static long Of(CareRecord record, string field) => record.Number(field) ?? 0;
}
