using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>Who has to pay for a visit, and why.</summary>
/// <param name="Reason">Japanese, short.</param>
/// <param name="IsSure">False where the records do not hold what decides.</param>
public sealed record PayerDecision(VisitPayer Payer, string Reason, bool IsSure = true);

/// <summary>The decision about one visit.</summary>
/// <param name="Visit">Key of the visit.</param>
public sealed record DecidedVisit(string Visit, DateOnly Date, PayerDecision Decision);

/// <summary>
/// Medical or care insurance. Care insurance comes first for who is certified; 別表７, the days of a special instruction and psychiatric visits go to medical insurance
/// all the same, and so do the kinds of visit that care insurance does not have.
/// </summary>
internal static class CarePayers {
    public static PayerDecision Decide(CareStationMonth month, Visit visit) {
        if (!month.Insurances[visit.Patient].Any(c => Period.Covers(c.From, c.Until, visit.Date))) return new(VisitPayer.Medical, "要介護認定のない日です");
        if (visit.Kind is not (VisitKind.Nursing or VisitKind.Psychiatric)) return new(VisitPayer.Medical, "医療保険だけにある種類の訪問です");
        if (HasOrder(month, visit, "02", "04", "06")) return new(VisitPayer.Medical, "特別訪問看護指示の期間です");
        if (month.IsListed7(visit.Patient, visit.Date)) return new(VisitPayer.Medical, "別表７の疾病等です");
        if (visit.Kind == VisitKind.Psychiatric)
            return HasOrder(month, visit, "03") ? new(VisitPayer.Medical, "精神科訪問看護指示による精神科訪問看護です", IsSure: false) : new(VisitPayer.Care, "精神科訪問看護指示がありません", IsSure: false);
        return new(VisitPayer.Care, "要介護認定があり、医療保険になる事情がありません");
    }

    /// <summary>Every visit of the patient against the decision, and both worlds against each other.</summary>
    /// <returns>In time.</returns>
    public static IReadOnlyList<DecidedVisit> Inspect(CareStationMonth month, string patient, CareFindingList findings) {
        List<Visit> visits = [.. month.Visits[patient].Where(v => v.Payer != VisitPayer.Private).OrderBy(v => v.Date).ThenBy(v => v.Start).ThenBy(v => v.Key, StringComparer.Ordinal)];
        var decided = new List<DecidedVisit>(visits.Count);
        foreach (var visit in visits) {
            var decision = Decide(month, visit);
            decided.Add(new(visit.Key, visit.Date, decision));
            if (!decision.IsSure) findings.Doubt(CareBuildRules.PayerNotSure, $"{decision.Reason}。認知症などの扱いは記録だけでは決められません。");
            else if (decision.Payer != visit.Payer)
                findings.Add(CareBuildRules.WrongPayer, BundlePlace.Row("visits", visit.Key) with { Field = "payer" }, $"{visit.Date:M月d日}の訪問は{Name(decision.Payer)}です（{decision.Reason}）。今は{Name(visit.Payer)}になっています。");
        }
        for (var i = 1; i < visits.Count; i++)
            if (visits[i - 1].Payer != visits[i].Payer && visits[i - 1].Date == visits[i].Date && visits[i].Start < visits[i - 1].End)
                findings.Add(CareBuildRules.SameVisit, BundlePlace.Row("visits", visits[i].Key), $"{visits[i].Date:M月d日}の訪問が、もう1つの保険の訪問と重なっています。");
        Exclusions(month, patient, visits, findings);
        return decided;
    }

    /// <summary>The medical calculation leaves 24時間対応 and 特別管理 to the care insurance where its row says so; without a care visit nobody would bill them.</summary>
    private static void Exclusions(CareStationMonth month, string patient, List<Visit> visits, CareFindingList findings) {
        if (visits.Count == 0 || visits.Exists(v => v.Payer == VisitPayer.Care)) return;
        foreach (var insurance in month.Insurances[patient].Where(c => Period.Meets(c.From, c.Until, month.Month.FirstDay, month.Month.LastDay))) {
            if (insurance.BillsEmergency) Tell("緊急時訪問看護加算", "24時間対応体制加算", "billsEmergency");
            if (insurance.BillsSpecialManagement) Tell("特別管理加算", "医療保険の特別管理加算", "billsSpecialManagement");

            void Tell(string care, string medical, string field) => findings.Add(CareBuildRules.BothWorlds, new("careInsurances", insurance.Key, field),
                $"{care}を介護保険で請求することになっていますが、介護保険の訪問がありません。{medical}も算定していません。");
        }
    }

    private static bool HasOrder(CareStationMonth month, Visit visit, params ReadOnlySpan<string> kinds) {
        foreach (var order in month.Instructions[visit.Patient])
            if (kinds.Contains(order.Kind) && Period.Covers(order.From, order.Until, visit.Date)) return true;
        return false;
    }

    private static string Name(VisitPayer payer) => payer switch { VisitPayer.Medical => "医療保険", VisitPayer.Care => "介護保険", _ => "自費" };
}
