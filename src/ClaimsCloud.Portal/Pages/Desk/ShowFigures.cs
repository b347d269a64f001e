using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

internal static class ShowFigures {
    public static async Task<IResult> Handle(Visit visit, FleetApi api, CancellationToken stop) =>
        (await api.Figures(stop)).Succeeded(out var view, out var refusal) ? new RazorComponentResult<FiguresPage>(new { Visit = visit, View = view }) : Problems.Page(visit, refusal);
}
