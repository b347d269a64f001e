using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Amounts;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>One claim from the visits of its group.</summary>
internal sealed class CareClaimBuilding(CareStationMonth month, CareGroup group, CareFindingList findings) {
    /// <summary>What the items of the record hold: 日数・回数, 単位数, 計画単位数.</summary>
    private const int MostCount = 99, MostUnitsEach = 9_999, MostPlanUnits = 999_999;

    public CareClaim Build() {
        var sheet = new CareSheet(month, group.ServiceType, group.Publics.Count, findings);
        if (group.Insurance.LinkedToRegularVisits) LinkedMonth(sheet);
        else Visits(sheet);
        new CareAdditions(month, group, sheet, findings).Bill();
        var plan = Plan();
        var (limited, unlimited) = Sums(sheet.Lines);
        if (month.Filed(CareFilingKind.TreatmentImprovement, group.Visits[^1].Visit.Date)) {
            long[] publics = [.. group.Publics.Select((_, k) => sheet.Lines.Sum(l => l.PublicUnits[k]))];
            sheet.AddRate(CareAddition.TreatmentImprovement, CareYen.BenefitUnits(plan, limited, unlimited), publics);
            (limited, unlimited) = Sums(sheet.Lines);
        }
        return Priced(sheet.Lines, plan, limited, unlimited);
    }

    /// <summary>ハ needs the whole month with one insurer: 准看護師 and 要介護5 change the code, and a part of a month has codes by the day that no table at hand holds.</summary>
    private void LinkedMonth(CareSheet sheet) {
        var row = group.Insurance;
        var name = string.Join('・', new[] { "定期巡回訪看", group.Visits.Any(v => month.Staff.GetValueOrDefault(v.Visit.Staff)?.Licence == Licence.AssistantNurse) ? "准１" : "", row.LevelCode == "25" ? "介５" : "" }.Where(p => p.Length > 0));
        var whole = row.From <= month.Month.FirstDay && !(row.Until < month.Month.LastDay) && group is { IsFirst: true, IsLast: true } && group.Patient.ServiceStart <= month.Month.FirstDay
            && !month.Ends[group.Patient.Key].Any(e => month.Month.Contains(e.Date)) && group.Visits.All(v => v.Row == row) && !month.Visits[group.Patient.Key].Any(v => v.Payer == VisitPayer.Medical);
        if (!whole || !sheet.AddLinkedMonth(name, group.PaidBy(group.Visits[^1].Visit)))
            findings.Add(CareBuildRules.LinkedVisits, new("careInsurances", row.Key, "linkedToRegularVisits"), whole ? $"サービスコード「{name}」（種類{group.ServiceType}）がありません。" : "連携が月の一部だけです。");
    }

    private void Visits(CareSheet sheet) {
        var reading = new CareVisitReading(month);
        var sessions = group.Visits.GroupBy(v => v.Visit.Date).ToDictionary(d => d.Key, d => d.Sum(v => reading.Sessions(v.Visit)));
        Visit? before = null;
        foreach (var (visit, _) in group.Visits) {
            if (reading.Read(visit, sessions[visit.Date], findings) is not { } read) continue;
            var paidBy = group.PaidBy(visit);
            sheet.AddVisit(visit, read.Code, read.Count, paidBy);
            if (month.Filed(CareFilingKind.ServiceStructureOne, visit.Date)) sheet.Add(CareAddition.ServiceStructureOne, read.Count, paidBy, "");
            else if (month.Filed(CareFilingKind.ServiceStructureTwo, visit.Date)) sheet.Add(CareAddition.ServiceStructureTwo, read.Count, paidBy, "");
            if (before is not null && Joins(before, visit) && reading.Sessions(before) == 0 && reading.Sessions(visit) == 0)
                findings.Add(CareBuildRules.CloseVisits, BundlePlace.Row("visits", visit.Key), $"{visit.Date:M月d日}の訪問は、前の訪問の終わりから2時間たっていません。別の訪問として算定しています。");
            before = visit;
        }
    }

    private void Fits(IReadOnlyList<CareClaimLine> lines, long plan) {
        foreach (var line in lines)
            if (line.Count > MostCount || line.UnitsEach > MostUnitsEach)
                findings.Add(CareBuildRules.TooMany, BundlePlace.Row("patients", group.Patient.Key), $"{line.Code.Name}が{line.UnitsEach:N0}単位・{line.Count:N0}回です。");
        if (plan > MostPlanUnits) findings.Add(CareBuildRules.TooMany, new("carePlans", "", "unitsWithinLimit"), $"計画単位数の計が{plan:N0}です。");
    }

    private static bool Joins(Visit before, Visit visit) =>
        before.Date == visit.Date && before.EndDate is null && visit.Start - before.End < TimeSpan.FromHours(2) && visit.Start >= before.End
        && before.EmergencyReason.Length == 0 && visit.EmergencyReason.Length == 0 && CareVisitReading.Minutes(before) >= 20 && CareVisitReading.Minutes(visit) >= 20;

    /// <summary>Where the insurer changed in the month, a line has to say whose it is: one plan must not count twice.</summary>
    private List<CarePlanLine> PlanLines() {
        var several = month.Insurances[group.Patient.Key].Where(c => Period.Meets(c.From, c.Until, month.Month.FirstDay, month.Month.LastDay)).Select(c => c.InsurerNumber).Distinct().Count() > 1;
        return [.. month.Plans[group.Patient.Key].Where(p => p.ServiceType == group.ServiceType && (p.InsurerNumber == group.Insurance.InsurerNumber || (p.InsurerNumber.Length == 0 && !several)))];
    }

    private long Plan() {
        var lines = PlanLines();
        if (lines.Count == 0) findings.Add(CareBuildRules.NoPlan, new("carePlans", "", ""), $"サービス提供票別表（種類{group.ServiceType}）がありません。");
        return lines.Sum(p => (long)p.UnitsWithinLimit);
    }

    private static (long Limited, long Unlimited) Sums(IReadOnlyList<CareClaimLine> lines) => (lines.Where(l => l.Limited).Sum(l => l.Units), lines.Where(l => !l.Limited).Sum(l => l.Units));

    private CareClaim Priced(IReadOnlyList<CareClaimLine> lines, long plan, long limited, long unlimited) {
        Fits(lines, plan);
        var price = month.Price!;
        if (price.Certainty == Certainty.Doubtful) findings.Doubt(CareDoubts.UnitPrice, $"{price.Name}の単価{price.Price100 / 100}.{price.Price100 % 100:00}円は告示で確かめていません。");
        var units = CareYen.BenefitUnits(plan, limited, unlimited);
        if (units < 0) findings.Add(CareBuildRules.NegativeUnits, new("carePlans", "", "unitsWithinLimit"), $"計画{plan:N0}単位に対して、対象外の単位数の計が{unlimited:N0}です。");
        var cost = CareYen.Cost(units, price.Price100);
        var percent = group.Visits.Max(v => v.Row.BenefitPercent ?? 0);
        var welfareOnly = group.Insurance.InsuredNumber.StartsWith('H');
        var insurance = welfareOnly ? 0 : CareYen.Insurance(cost, percent);
        var (publics, user) = CareShares.Split(cost, insurance, welfareOnly ? 0 : percent, units, price.Price100, group.Publics, [.. group.Publics.Select((_, k) => lines.Sum(l => l.PublicUnits[k]))]);
        int[] kept = [.. publics.Index().Where(p => p.Item.Yen > 0 || p.Item.OwnYen > 0).Select(p => p.Index)];
        Doubts(publics, units, welfareOnly);
        if (limited > plan && plan > 0) findings.Add(CareBuildRules.OverPlan, new("carePlans", "", "unitsWithinLimit"), $"計画{plan:N0}単位に対して{limited:N0}単位です。{limited - plan:N0}単位が利用者の全額負担になります。");
        var claim = new CareClaim {
            Patient = group.Patient, Insurance = group.Insurance, ServiceType = group.ServiceType, Month = month.Month, BenefitPercent = percent,
            Lines = kept.Length == publics.Count ? lines : [.. lines.Select(l => l with { PublicCounts = [.. kept.Select(k => l.PublicCounts[k])], PublicUnits = [.. kept.Select(k => l.PublicUnits[k])] })],
            ServiceDays = group.Visits.Select(v => v.Visit.Date).Distinct().Count(), PlanUnits = plan, LimitedUnits = limited, UnlimitedUnits = unlimited, BenefitUnits = units,
            UnitPrice100 = price.Price100, CostYen = cost, InsuranceYen = insurance, Publics = [.. kept.Select(k => publics[k])], UserYen = user,
            OverPlanYen = CareYen.Cost(limited + unlimited, price.Price100) - cost, PlanDifferences = Differences(lines),
        };
        return WithPeriod(claim);
    }

    private void Doubts(List<CarePublicShare> publics, long units, bool welfareOnly) {
        if (welfareOnly) findings.Doubt(CareDoubts.WelfareOnlyRate, $"保険給付率を{(month.Settings.WelfareOnlyRate == WelfareOnlyRate.Omitted ? "空にしています" : "書いています")}。");
        foreach (var share in publics) {
            if (share.Units != units) findings.Doubt(CareDoubts.PublicLineUnits, $"請求書の公費の行に{(month.Settings.PublicLineUnits == PublicLineUnits.WholeClaim ? "明細書全体" : "公費対象")}の単位数を入れています。");
            if (!share.Certificate.PayerNumber.StartsWith(CarePublicExpense.Welfare, StringComparison.Ordinal))
                findings.Doubt(CareDoubts.OtherLawGroup, $"法別{share.Certificate.PayerNumber[..2]}の請求情報区分を「{(month.Settings.OtherLawGroup == OtherLawGroup.Zero ? "0" : "01")}」にしています。");
        }
        if (publics.Count > 1) findings.Doubt(CareDoubts.SeveralPublicExpenses, "前の公費が本人に残した額を、次の公費が払うものとして計算しています。");
    }

    /// <summary>開始 is written in the month in which the service began or the claim changed, 中止 in the month in which it ended.</summary>
    private CareClaim WithPeriod(CareClaim claim) {
        var (first, last) = (group.Visits[0].Visit.Date, group.Visits[^1].Visit.Date);
        var starts = !group.IsFirst || month.Month.Contains(group.Patient.ServiceStart);
        if (starts) {
            var day = group.IsFirst && month.Settings.StartDay == StartDay.ServiceStart ? group.Patient.ServiceStart : first;
            findings.Doubt(CareDoubts.StartDay, $"開始年月日に{(month.Settings.StartDay == StartDay.FirstVisit ? "最初の訪問の日" : "訪問開始年月日")}を入れています。");
            claim = claim with { StartDate = day };
        }
        if (!group.IsLast) return claim with { StopDate = group.Insurance.Until is { } until && month.Month.Contains(until) && until > last ? until : last, StopReason = "5" };
        if (month.Ends[group.Patient.Key].FirstOrDefault(e => month.Month.Contains(e.Date)) is not { } end) return claim;
        if (end.Reason == "02") findings.Doubt(CareDoubts.StopReason, "施設への入所による終了です。");
        return claim with { StopDate = last, StopReason = end.Reason switch { "03" => "3", "04" => "4", _ => "5" } };
    }

    private List<CarePlanDifference> Differences(IReadOnlyList<CareClaimLine> lines) {
        var differences = new List<CarePlanDifference>();
        var planned = PlanLines().ToLookup(p => p.ServiceItem);
        var actual = lines.Where(l => l.Limited).ToLookup(l => l.Code.Item);
        foreach (var item in planned.Select(p => p.Key).Union(actual.Select(a => a.Key)).Order(StringComparer.Ordinal)) {
            var difference = new CarePlanDifference(item, planned[item].Sum(p => p.Count), actual[item].Sum(l => l.Count), planned[item].Sum(p => (long)p.UnitsWithinLimit), actual[item].Sum(l => l.Units));
            if (difference.PlannedCount == difference.ActualCount && difference.PlannedUnits == difference.ActualUnits) continue;
            differences.Add(difference);
            findings.Add(CareBuildRules.PlanDiffers, new("carePlans", "", ""), $"サービスコード{group.ServiceType}{item}: 計画{difference.PlannedCount}回・{difference.PlannedUnits:N0}単位、実績{difference.ActualCount}回・{difference.ActualUnits:N0}単位。");
        }
        return differences;
    }
}
