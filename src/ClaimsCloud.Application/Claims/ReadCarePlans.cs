using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Plan against actual service of a month's records as they are now, and who pays for visits that are not clear: worked out anew, nothing is made or kept.</summary>
internal static class ReadCarePlans {
    public static async Task<Results<Ok<CarePlanDetail>, Refused>> Handle(string month, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return (Refused)Refusals.NotFound;
        var bundle = BundleRows.ToBundle((await tenant.Sheets(month, stop)).Rows());
        var care = await CareBuild.Of(bundle, tenant, stop);
        var names = bundle.Patients.ToDictionary(p => p.Key, p => p.Name);
        var recorded = bundle.Visits.ToDictionary(v => v.Key, v => v.Payer);
        return TypedResults.Ok(new CarePlanDetail(month, [.. care.Patients.SelectMany(p => p.Claims).Select(c => Row(c, names[c.Patient.Key], care.Codes))],
            [.. care.Patients.SelectMany(p => p.Payers.Where(v => !v.Decision.IsSure || v.Decision.Payer != recorded[v.Visit])
                .Select(v => new CarePayerRow(p.Patient, names[p.Patient], v.Visit, v.Date, NameOf(recorded[v.Visit]), NameOf(v.Decision.Payer), v.Decision.Reason, v.Decision.IsSure)))],
            [.. care.Problems.Concat(care.Patients.SelectMany(p => p.Findings)).Select(f => MonthFindings.Row(f, names.GetValueOrDefault))]));
    }

    private static CarePlanRow Row(CareClaim claim, string name, CareServiceCodes codes) => new(claim.Patient.Key, name, claim.IsPrevention ? "7132" : "7131", claim.PlanUnits, claim.LimitedUnits,
        Math.Max(0, claim.LimitedUnits - claim.PlanUnits), claim.OverPlanYen, [.. claim.PlanDifferences.Select(d => new CarePlanLineRow(claim.ServiceType + d.ServiceItem,
            codes.Find(claim.ServiceType, d.ServiceItem)?.Name ?? "", d.PlannedCount, d.ActualCount, d.PlannedUnits, d.ActualUnits))]);

    private static string NameOf(VisitPayer payer) => payer switch { VisitPayer.Medical => "medical", VisitPayer.Care => "care", _ => "private" };
}
