using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Returned;

internal static class ShowStatement {
    public static async Task<IResult> Handle(string returnFileId, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.Statement(returnFileId, stop)).Succeeded(out var detail, out var refusal)
            ? new RazorComponentResult<StatementPage>(new { Visit = visit, Detail = detail })
            : Problems.Page(visit, refusal);
}
