using ClaimsCloud.Domain.CareClaims.Amounts;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>One 明細書 against itself: units, yen, form, plan, certification, public expense.</summary>
internal sealed class ClaimLinesCheck(IReadOnlyList<CareServiceCode> imported, CareFindings findings) {
    private readonly Dictionary<ServiceMonth, CareServiceCodes> _codes = [];
    private static readonly string[] Publics = ["1", "2", "3"];

    public void Inspect(CareClaimLines claim) {
        if (claim.Details.Count == 0 || claim.Summaries.Count == 0) findings.Add(CareRules.Order, claim.Basic, claim.Details.Count == 0 ? "明細情報（02）がありません。" : "集計情報（10）がありません。");
        foreach (var detail in claim.Details) Line(detail);
        foreach (var summary in claim.Summaries) Summary(claim, summary);
        if (claim.Basic.Month("ServiceMonth") is { } month) Codes(claim, CodesOf(month));
        Totals(claim);
        Form(claim);
        Plan(claim.Basic);
        Certification(claim.Basic);
        PublicExpense(claim);
    }

    /// <summary>Monthly codes of ハ and 同一建物減算 have units only in the last item, so an empty or zero price is nothing to multiply.</summary>
    private void Line(CareRecord detail) {
        if ((detail.Number("UnitsEach") ?? 0) is var each and not 0 && each * (detail.Number("Count") ?? 0) is var units && units != detail.Number("Units"))
            findings.Add(CareRules.LineUnits, detail, "Units", $"は{each:N0}×{detail.Number("Count"):N0}＝{units:N0}です（今は{detail.Number("Units"):N0}）。");
    }

    private void Summary(CareClaimLines claim, CareRecord summary) {
        long Of(string field) => summary.Number(field) ?? 0;
        var type = summary.Field("ServiceType").ToArray();
        var details = claim.Details.Where(d => d.Field("ServiceType").SequenceEqual(type)).ToList();
        var (plan, limited, unlimited, units) = (Of("PlanUnits"), Of("LimitedUnits"), Of("UnlimitedUnits"), Of("InsuranceUnits"));
        Expect(CareRules.BenefitUnits, summary, "InsuranceUnits", CareYen.BenefitUnits(plan, limited, unlimited));
        if (details.Sum(d => d.Number("Units") ?? 0) is var sum && sum != limited + unlimited)
            findings.Add(CareRules.DetailUnits, summary, "LimitedUnits", $"と対象外の計{limited + unlimited:N0}が、明細の計{sum:N0}と違います。");
        if (plan == 0 && limited > 0) findings.Add(CareRules.NoPlan, summary, "PlanUnits", "が0です。このままでは限度額管理対象の単位数が支払われません。");
        else if (limited > plan) findings.Add(CareRules.OverPlan, summary, "LimitedUnits", $"が計画を{limited - plan:N0}単位超えています。");

        var price = (int)Of("UnitPrice");
        var cost = CareYen.Cost(units, price);
        var insurance = claim.IsWelfareOnly ? 0 : CareYen.Insurance(cost, (int)(claim.Basic.Number("InsurancePercent") ?? 0));
        if (claim.IsWelfareOnly && Of("InsuranceYen") != 0) findings.Add(CareRules.WelfareOnly, summary, "InsuranceYen", $"が{Of("InsuranceYen"):N0}円です。");
        else Expect(CareRules.InsuranceYen, summary, "InsuranceYen", insurance);
        Expect(CareRules.UserYen, summary, "UserYen", cost - Of("InsuranceYen") - Publics.Sum(k => Of($"Public{k}Yen") + Of($"Public{k}OwnYen")));
        foreach (var k in Publics)
            if (summary.Field($"Public{k}Units").Length > 0)
                Expect(CareRules.PublicUnits, summary, $"Public{k}Units", Math.Min(details.Sum(d => d.Number($"Public{k}Units") ?? 0), units));
    }

    /// <summary>Against the service-code table. A code that it does not have is not checked, and neither is what depends on it.</summary>
    private void Codes(CareClaimLines claim, CareServiceCodes codes) {
        var limits = claim.Summaries.ToDictionary(s => s, _ => (long?)0);
        foreach (var detail in claim.Details) {
            var (type, item) = (detail.Text("ServiceType") ?? "", detail.Text("ServiceItem") ?? "");
            if (type is not ("13" or "63")) continue;
            var code = codes.Find(type, item);
            if (code is null) findings.NotChecked(CareRules.NotInTable, detail, "ServiceItem", $"サービスコード{type}{item}は手元の表にありません。単位数と限度額の対象かを点検していません。");
            else if (!code.Holds(codes.Month)) findings.Add(CareRules.CodeOutOfTime, detail, "ServiceItem", $"{type}{item}（{code.Name}）は{codes.Month.Year}年{codes.Month.Month}月には使えません。");
            else if (code is { Units: { } units, Certainty: not Certainty.Doubtful } && detail.Number("UnitsEach") != units)
                findings.Add(CareRules.CodeUnits, detail, "UnitsEach", $"は{units:N0}単位です（今は{detail.Number("UnitsEach"):N0}）。");
            var limited = code is null or { Addition: CareAddition.BuildingOne or CareAddition.BuildingTwo } ? null : CareServiceCodes.IsLimited(code);
            foreach (var summary in claim.Summaries.Where(s => s.Text("ServiceType") == type))
                limits[summary] = limited is null ? null : limits[summary] + (limited.Value ? detail.Number("Units") ?? 0 : 0);
        }
        foreach (var (summary, limited) in limits)
            if (limited is { } units) Expect(CareRules.LimitedUnits, summary, "LimitedUnits", units);
    }

    private CareServiceCodes CodesOf(ServiceMonth month) => _codes.TryGetValue(month, out var codes) ? codes : _codes[month] = new(month, imported);

    private void Totals(CareClaimLines claim) {
        Expect(CareRules.BasicTotals, claim.Basic, "InsuranceUnits", claim.Sum("InsuranceUnits"));
        Expect(CareRules.BasicTotals, claim.Basic, "InsuranceYen", claim.Sum("InsuranceYen"));
        Expect(CareRules.BasicTotals, claim.Basic, "InsuranceUserYen", claim.Sum("UserYen"));
        foreach (var k in Publics)
            foreach (var field in new[] { $"Public{k}Units", $"Public{k}Yen", $"Public{k}OwnYen" }) Expect(CareRules.BasicTotals, claim.Basic, field, claim.Sum(field));
    }

    private void Form(CareClaimLines claim) {
        var type = claim.IsPrevention ? "63" : "13";
        foreach (var record in claim.Details.Concat(claim.Summaries))
            if (record.Text("ServiceType") is "13" or "63" && record.Text("ServiceType") != type)
                findings.Add(CareRules.FormAndType, record, "ServiceType", $"が{record.Text("ServiceType")}です。この様式では{type}です。");
        if (claim.Basic.Text("CareLevel") is { } level && (level is "12" or "13") != claim.IsPrevention)
            findings.Add(CareRules.FormAndLevel, claim.Basic, "CareLevel", $"が{level}です。様式は{(claim.IsPrevention ? "要支援" : "要介護")}のものです。");
    }

    private void Plan(CareRecord basic) {
        var office = basic.Field("PlanOffice").Length > 0;
        if (basic.Text("PlanAuthor") is not { } author) findings.Add(CareRules.PlanAuthor, basic, "PlanAuthor", "がありません。");
        else if (office != author is "1" or "3") findings.Add(CareRules.PlanAuthor, basic, "PlanOffice", office ? "は、自己作成では空にします。" : "がありません。");
    }

    private void Certification(CareRecord basic) {
        if (basic.Month("ServiceMonth") is not { } month || basic.Date("CertifiedFrom") is not { } from || basic.Date("CertifiedUntil") is not { } until) return;
        var day = basic.Date("StopDate") ?? month.LastDay;
        if (from > day || until < day) findings.Add(CareRules.Certification, basic, "CertifiedUntil", $"までの期間に{day:M月d日}が入っていません。");
    }

    private void PublicExpense(CareClaimLines claim) {
        var last = 0;
        foreach (var k in Publics) {
            if (claim.Basic.Text($"Payer{k}") is not { Length: 8 } payer) continue;
            if (claim.Basic.Number($"Public{k}Percent") is <= 90) findings.Add(CareRules.PublicRate, claim.Basic, $"Public{k}Percent", $"が{claim.Basic.Number($"Public{k}Percent")}です。");
            var rank = CarePublicExpense.Find(payer[..2])?.Rank ?? last;
            if (rank < last) findings.Add(CareRules.PublicOrder, claim.Basic, $"Payer{k}", $"（法別{payer[..2]}）は前の公費より先です。");
            last = Math.Max(last, rank);
        }
    }

    private void Expect(CareRule rule, CareRecord record, string field, long right) {
        if ((record.Number(field) ?? 0) is var stated && stated != right) findings.Add(rule, record, field, $"は{right:N0}です（今は{stated:N0}）。");
    }
}
