using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Home;

/// <summary>The first page: what to do next, and how far each file of this month is.</summary>
internal static class ShowHome {
    private const int MostFiles = 6;

    public static async Task<IResult> Handle(Visit visit, CloudApi api, CancellationToken stop) {
        if (visit.AtDesk) return TypedResults.LocalRedirect(Links.Desk);
        if (!(await api.Files(null, null, stop)).Succeeded(out var files, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out refusal)) return Problems.Page(visit, refusal);

        var current = new List<ClaimFileDetail>();
        foreach (var file in CurrentFiles.Of(files.Items, visit.Now).Take(MostFiles))
            if ((await api.File(file.FileId, stop)).Succeeded(out var detail, out _)) current.Add(detail);
        return new RazorComponentResult<HomePage>(new { Visit = visit, Files = current, Connectors = connectors });
    }
}
