using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

internal static class ShowReceipt {
    public static async Task<IResult> Handle(string fileId, int number, Visit visit, CloudApi api, MonthsApi months, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Claim(fileId, number, stop)).Succeeded(out var receipt, out refusal)) return Problems.Page(visit, refusal);
        if (!(await months.Reasons(fileId, number, stop)).Succeeded(out var reasons, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<ReceiptPage>(new { Visit = visit, File = detail.File, Receipt = receipt, Reasons = reasons });
    }
}
