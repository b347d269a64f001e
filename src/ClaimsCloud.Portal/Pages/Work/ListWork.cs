using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Work;

internal static class ListWork {
    public static async Task<IResult> Handle(string? closed, Visit visit, CloudApi api, CancellationToken stop) {
        // The amount first: what is settled between the two reads may still count in it, but no row stands under an amount of zero.
        if (!(await api.YenAtRisk(stop)).Succeeded(out var risk, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.ReturnItems(closed, stop)).Succeeded(out var items, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<WorkPage>(new { Visit = visit, Items = items, Risk = risk, WithClosed = closed == "1" });
    }
}
