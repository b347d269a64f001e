using System.Globalization;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Amounts;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>
/// The file of a station and a service month: 請求書, then the claims by form, insurer and number. Late and repeated claims are files of their own, each of one
/// service month, with the processing month in which they are sent.
/// </summary>
public static class CareClaimFile {
    private static readonly CareFileSpec Spec = CareFileSpec.Release202404;

    /// <summary>Up to eight letters and digits: no other service month sent in the same month has the name.</summary>
    public static string NameOf(MonthBundle bundle) => $"K{bundle.Month.Year % 100:00}{bundle.Month.Month:00}{bundle.BillingMonth.Month:00}.CSV";

    /// <summary>Claims in the order in which a file has them.</summary>
    public static IReadOnlyList<CareClaim> Ordered(IEnumerable<CareClaim> claims) => [.. claims.OrderBy(c => c.IsPrevention).ThenBy(c => c.Insurance.InsurerNumber, StringComparer.Ordinal)
        .ThenBy(c => c.Insurance.InsuredNumber, StringComparer.Ordinal).ThenBy(c => c.Patient.Key, StringComparer.Ordinal)];

    /// <param name="claims">Of the bundle's station and month, in any order.</param>
    /// <param name="file">Written to, not closed.</param>
    public static void Write(MonthBundle bundle, IEnumerable<CareClaim> claims, CareSettings settings, Stream file) {
        List<CareClaim> ordered = [.. Ordered(claims)];
        var (office, month) = (bundle.Station.CareOfficeNumber, bundle.Month.ToString());
        var records = new List<CareRecordDraft>(Bills(ordered, settings, office, month));
        foreach (var claim in ordered) {
            records.Add(Basic(claim, settings, office, month));
            foreach (var line in claim.Lines) records.Add(Detail(claim, line, office, month));
            records.Add(Summary(claim, office, month));
        }
        CareFileWriter.Write(new CareRecordDraft(Spec.Control).Set("Volume", 0).Set("DataKind", "711").Set("WelfareOffice", 0).Set("InsurerNumber", 0).Set("OfficeNumber", office)
            .Set("Prefecture", 0).Set("Medium", 7).Set("ProcessingMonth", bundle.BillingMonth.ToString()).Set("ControlNumber", 0), records, file);
    }

    private static IEnumerable<CareRecordDraft> Bills(List<CareClaim> claims, CareSettings settings, string office, string month) {
        var insured = claims.FindAll(c => !c.IsWelfareOnly);
        yield return Bill(office, month, "1", "0", "01", insured.Count, insured.Sum(c => c.BenefitUnits), insured.Sum(c => c.CostYen))
            .Set("InsuranceYen", insured.Sum(c => c.InsuranceYen)).Set("PublicYen", insured.Sum(c => c.PublicYen)).Set("UserYen", insured.Sum(c => c.UserYen + c.Publics.Sum(p => p.OwnYen)));
        foreach (var law in claims.SelectMany(c => c.Publics.Where(p => p.Yen > 0).Select(p => (Claim: c, Share: p))).GroupBy(s => s.Share.Certificate.PayerNumber[..2]).OrderBy(s => s.Key, StringComparer.Ordinal))
            yield return Bill(office, month, "2", law.Key, law.Key == CarePublicExpense.Welfare || settings.OtherLawGroup == OtherLawGroup.One ? "01" : "0", law.Count(),
                law.Sum(s => settings.PublicLineUnits == PublicLineUnits.WholeClaim ? s.Claim.BenefitUnits : s.Share.Units), law.Sum(s => s.Claim.CostYen))
                .Set("InsuranceYen", 0).Set("PublicYen", law.Sum(s => s.Share.Yen)).Set("UserYen", 0);
    }

    private static CareRecordDraft Bill(string office, string month, string payer, string law, string group, int claims, long units, long cost) => new CareRecordDraft(Spec.Record("7111")!)
        .Set("ExchangeId", "7111").Set("ServiceMonth", month).Set("OfficeNumber", office).Set("Payer", payer).Set("Law", law).Set("ClaimGroup", group)
        .Set("Claims", claims).Set("Units", units).Set("CostYen", cost);

    private static CareRecordDraft Keyed(CareClaim claim, string kind, string office, string month) => new CareRecordDraft(Spec.Record($"7131-{kind}")!)
        .Set("ExchangeId", claim.IsPrevention ? "7132" : "7131").Set("RecordKind", kind).Set("ServiceMonth", month).Set("OfficeNumber", office)
        .Set("InsurerNumber", claim.Insurance.InsurerNumber.PadLeft(8, '0')).Set("InsuredNumber", claim.Insurance.InsuredNumber);

    private static CareRecordDraft Basic(CareClaim claim, CareSettings settings, string office, string month) {
        var (person, insurance) = (claim.Patient, claim.Insurance);
        var record = Keyed(claim, "01", office, month).Set("BirthDate", Day(person.BirthDate)).Set("Sex", person.Sex).Set("CareLevel", insurance.LevelCode)
            .Set("CertifiedFrom", Day(insurance.From)).Set("CertifiedUntil", Day(insurance.Until)).Set("PlanAuthor", (int)insurance.PlanAuthor + 1).Set("PlanOffice", insurance.PlanOffice)
            .Set("StartDate", Day(claim.StartDate)).Set("StopDate", Day(claim.StopDate)).Set("StopReason", claim.StopReason)
            .Set("InsuranceUnits", claim.BenefitUnits).Set("InsuranceYen", claim.InsuranceYen).Set("InsuranceUserYen", claim.UserYen);
        if (!claim.IsWelfareOnly || settings.WelfareOnlyRate == WelfareOnlyRate.Written) record.Set("InsurancePercent", claim.BenefitPercent);
        foreach (var (k, share) in claim.Publics.Index())
            record.Set($"Payer{k + 1}", share.Certificate.PayerNumber).Set($"Recipient{k + 1}", share.Certificate.RecipientNumber.PadLeft(7, '0')).Set($"Public{k + 1}Percent", share.Percent)
                .Set($"Public{k + 1}Units", share.Units).Set($"Public{k + 1}Yen", share.Yen).Set($"Public{k + 1}OwnYen", share.OwnYen);
        return record;
    }

    private static CareRecordDraft Detail(CareClaim claim, CareClaimLine line, string office, string month) {
        var record = Keyed(claim, "02", office, month).Set("ServiceType", claim.ServiceType).Set("ServiceItem", line.Code.Item).Set("Count", line.Count).Set("Units", line.Units).Set("Remarks", line.Remarks);
        if (line.UnitsEach is { } each) record.Set("UnitsEach", each);
        for (var k = 0; k < line.PublicCounts.Count; k++)
            if (line.PublicCounts[k] > 0) record.Set($"Public{k + 1}Count", line.PublicCounts[k]).Set($"Public{k + 1}Units", line.PublicUnits[k]);
        return record;
    }

    private static CareRecordDraft Summary(CareClaim claim, string office, string month) {
        var record = Keyed(claim, "10", office, month).Set("ServiceType", claim.ServiceType).Set("ServiceDays", claim.ServiceDays).Set("PlanUnits", claim.PlanUnits)
            .Set("LimitedUnits", claim.LimitedUnits).Set("UnlimitedUnits", claim.UnlimitedUnits).Set("InsuranceUnits", claim.BenefitUnits).Set("UnitPrice", claim.UnitPrice100)
            .Set("InsuranceYen", claim.InsuranceYen).Set("UserYen", claim.UserYen);
        foreach (var (k, share) in claim.Publics.Index())
            record.Set($"Public{k + 1}Units", share.Units).Set($"Public{k + 1}Yen", share.Yen).Set($"Public{k + 1}OwnYen", share.OwnYen);
        return record;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
}
