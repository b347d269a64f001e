using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Work;

internal static class ListWork {
    public static async Task<IResult> Handle(string? closed, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.ReturnItems(closed, stop)).Succeeded(out var items, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.YenAtRisk(stop)).Succeeded(out var risk, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<WorkPage>(new { Visit = visit, Items = items, Risk = risk, WithClosed = closed == "1" });
    }
}
