using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Amounts;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>Care-insurance claims of a station for one month. A patient with bad data is kept back, the others leave.</summary>
public static class MonthCareClaims {
    private const int MostPublics = 3;
    private static readonly string[] SupportLevels = ["12", "13"], CareLevels = ["21", "22", "23", "24", "25"];

    /// <summary>Why no care claim of the station can leave; empty when it can, or when there is no visit that care insurance pays.</summary>
    public static IReadOnlyList<BundleFinding> StationProblems(MonthBundle bundle) {
        ArgumentNullException.ThrowIfNull(bundle);
        if (!bundle.Visits.Any(v => v.Payer == VisitPayer.Care && bundle.Month.Contains(v.Date))) return [];
        var numbered = IsNumber(bundle.Station.CareOfficeNumber);
        if (numbered && CareUnitPrice.Find(bundle.Station.CareRegion) is not null) return [];
        var rule = CareBuildRules.Office;
        return [new(rule.Code, rule.Severity, Verdict.Fail, "", new("station", bundle.Station.Key, numbered ? "careRegion" : "careOfficeNumber"),
            "介護保険の事業所番号（10桁）と地域区分コードを入れてください。", rule.Fix, rule.Source)];
    }

    /// <summary>One result a patient who is certified or has care visits, in the order of their keys.</summary>
    /// <exception cref="ArgumentException"><see cref="StationProblems"/> has something to say.</exception>
    public static IEnumerable<CarePatientClaims> Build(MonthBundle bundle, CareServiceCodes codes, CareSettings settings) {
        if (StationProblems(bundle).Count > 0) throw new ArgumentException("the station cannot bill", nameof(bundle));
        return Patients(new(bundle, codes, settings));
    }

    private static IEnumerable<CarePatientClaims> Patients(CareStationMonth month) {
        foreach (var patient in month.Bundle.Patients.OrderBy(p => p.Key, StringComparer.Ordinal)) {
            var findings = new CareFindingList(patient.Key);
            if (!month.Insurances[patient.Key].Any() && !month.CareVisits(patient.Key).Any()) continue;
            var payers = CarePayers.Inspect(month, patient.Key, findings);
            var claims = new List<CareClaim>();
            foreach (var group in Groups(month, patient, findings)) claims.Add(new CareClaimBuilding(month, group, findings).Build());
            yield return new(patient.Key, findings.KeepsBack ? [] : claims, payers, findings.All);
        }
    }

    /// <summary>The visits by insurer and form, in time; none when something basic is missing.</summary>
    private static List<CareGroup> Groups(CareStationMonth month, Patient patient, CareFindingList findings) {
        var visits = new List<(Visit Visit, CareInsurance Row)>();
        foreach (var visit in month.CareVisits(patient.Key).OrderBy(v => v.Date).ThenBy(v => v.Start).ThenBy(v => v.Key, StringComparer.Ordinal)) {
            if (month.Insurances[patient.Key].FirstOrDefault(c => Period.Covers(c.From, c.Until, visit.Date)) is { } row) visits.Add((visit, row));
            else findings.Add(CareBuildRules.NotCertified, BundlePlace.Row("visits", visit.Key), $"{visit.Date:M月d日}の訪問の日に要介護認定がありません。");
        }
        foreach (var row in visits.Select(v => v.Row).Distinct()) Complete(row, findings);
        if (visits.Count == 0 || findings.KeepsBack) return [];
        var parts = visits.GroupBy(v => (v.Row.InsurerNumber, v.Row.InsuredNumber, TypeOf(v.Row))).ToList();
        var groups = new List<CareGroup>();
        for (var i = 0; i < parts.Count; i++) {
            var (insurer, insured, type) = parts[i].Key;
            var row = month.Insurances[patient.Key].Last(c => c.InsurerNumber == insurer && c.InsuredNumber == insured && Period.Meets(c.From, c.Until, month.Month.FirstDay, month.Month.LastDay));
            Complete(row, findings);
            List<(Visit Visit, CareInsurance Row)> own = [.. parts[i]];
            groups.Add(new(patient, type, row, own, Publics(month, own, insured, findings), i == 0, i == parts.Count - 1));
        }
        return findings.KeepsBack ? [] : groups;
    }

    /// <summary>Ten digits or capital letters: an office or an insured person.</summary>
    private static bool IsNumber(string text) => text.Length == 10 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    private static string TypeOf(CareInsurance row) => SupportLevels.Contains(row.LevelCode) ? "63" : "13";

    private static void Complete(CareInsurance row, CareFindingList findings) {
        var field = row.InsurerNumber.Length != 6 ? "insurerNumber" : !IsNumber(row.InsuredNumber) ? "insuredNumber"
            : !(row.Level == CareLevel.Support ? SupportLevels : CareLevels).Contains(row.LevelCode) ? "levelCode" : row.BenefitPercent is null && !row.InsuredNumber.StartsWith('H') ? "benefitPercent"
            : row.Until is null ? "until" : row.PlanAuthor != CarePlanAuthor.Person && !IsNumber(row.PlanOffice) ? "planOffice" : "";
        if (field.Length > 0) findings.Add(CareBuildRules.Incomplete, new("careInsurances", row.Key, field), "介護保険の請求に必要な項目がないか、要介護・要支援と合いません。");
    }

    private static List<PublicExpenseCertificate> Publics(CareStationMonth month, List<(Visit Visit, CareInsurance Row)> visits, string insured, CareFindingList findings) {
        var paying = month.PublicExpenses[visits[0].Visit.Patient].Where(e => visits.Exists(v => CareGroup.Pays(e, v.Visit))).ToList();
        foreach (var other in paying.Where(e => CarePublicExpense.Find(e.PayerNumber[..2]) is null))
            findings.Add(CareBuildRules.NotForCare, BundlePlace.Row("publicExpenses", other.Key), $"法別{other.PayerNumber[..2]}の公費は介護保険では使いません。");
        List<PublicExpenseCertificate> known = [.. paying.Where(e => CarePublicExpense.Find(e.PayerNumber[..2]) is not null)
            .OrderBy(e => CarePublicExpense.Find(e.PayerNumber[..2])!.Rank).ThenBy(e => e.From).ThenBy(e => e.Key, StringComparer.Ordinal)];
        if (insured.StartsWith('H') && !known.Exists(e => e.PayerNumber.StartsWith(CarePublicExpense.Welfare, StringComparison.Ordinal)))
            findings.Add(CareBuildRules.Welfare, new("publicExpenses", "", "payerNumber"), "被保険者番号がHで始まりますが、法別12の公費がありません。");
        if (known.Count > 1 && (month.Settings.SeveralPublicExpenses == SeveralPublicExpenses.KeepBack || known.Count > MostPublics))
            findings.Add(CareBuildRules.KeptBackPublic, BundlePlace.Row("publicExpenses", known[1].Key), $"公費が{known.Count}つあります（法別{string.Join('・', known.Select(e => e.PayerNumber[..2]))}）。");
        return known;
    }
}
