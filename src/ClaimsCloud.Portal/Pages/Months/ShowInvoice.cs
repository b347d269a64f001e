using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>The patient's invoice, or with <c>?form=receipt</c> the receipt, as a page to print.</summary>
internal static class ShowInvoice {
    public const string Receipt = "receipt";

    public static async Task<IResult> Handle(string month, string buildId, string patient, string? form, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Invoices(month, buildId, patient, stop)).Succeeded(out var invoices, out var refusal)
            ? new RazorComponentResult<InvoicePage>(new { Visit = visit, Month = month, BuildId = buildId, Patient = patient, Invoices = invoices, IsReceipt = form == Receipt })
            : Problems.Page(visit, refusal);
}
