using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Application.Claims;

/// <summary>What a patient is handed: fees of one name and price together, the whole cost, the share.</summary>
internal static class Invoices {
    public static InvoiceDetail Of(BuiltClaim claim, MonthBundle bundle, string patientName) => new(bundle.Month.ToString(), bundle.Station.Name, bundle.Station.Address, bundle.Station.Phone,
        patientName, claim.ReviewOrganization,
        [.. claim.Lines.Select(l => l.Fee).GroupBy(f => (f.Fee.Code, f.Fee.Name, f.Yen)).Select(g => new InvoiceLine(g.Key.Name, g.Key.Yen, g.Count(), g.Sum(f => (long)f.Yen)))],
        claim.Invoice.TotalYen, claim.Invoice.ExactYen, claim.Invoice.PayableYen, claim.Invoice.Limit != LimitReached.No);

    /// <summary>Care insurance adds up units; yen come from their sum, so no line has a price of its own.</summary>
    public static InvoiceDetail Of(CareClaim claim, MonthBundle bundle, string patientName) => new(bundle.Month.ToString(), bundle.Station.Name, bundle.Station.Address, bundle.Station.Phone,
        patientName, ClaimFile.CarePayer, [.. claim.Lines.Select(l => new InvoiceLine(l.Code.Name, 0, l.Count, 0) { Units = l.Units })],
        claim.CostYen + claim.OverPlanYen, claim.PayableYen, claim.PayableYen, false) {
        Care = new(claim.BenefitUnits, claim.UnitPrice100, claim.InsuranceYen, claim.PublicYen, claim.UserYen, claim.Publics.Sum(p => p.OwnYen), claim.OverPlanYen),
    };
}
