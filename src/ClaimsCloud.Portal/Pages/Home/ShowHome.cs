using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Home;

/// <summary>The first page: what to do next, how far each file of this month is, and what came back.</summary>
internal static class ShowHome {
    private const int MostFiles = 6;

    public static async Task<IResult> Handle(Visit visit, CloudApi api, CasesApi cases, CancellationToken stop) {
        if (visit.AtDesk) return TypedResults.LocalRedirect(Links.Desk);
        if (visit.IsNurse) return TypedResults.LocalRedirect(Links.Months);
        if (!(await api.Files(null, null, stop)).Succeeded(out var files, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out refusal)) return Problems.Page(visit, refusal);

        if (!(await api.YenAtRisk(stop)).Succeeded(out var risk, out refusal)) return Problems.Page(visit, refusal);
        if (!(await api.ReturnItems(null, stop)).Succeeded(out var items, out refusal)) return Problems.Page(visit, refusal);
        if (!(await api.ReturnFiles(null, "1", stop)).Succeeded(out var asked, out refusal)) return Problems.Page(visit, refusal);

        // Only a station that was opened from a case has a checklist.
        if (!(await cases.Checklist(stop)).Succeeded(out var checklist, out refusal) && refusal.Status != StatusCodes.Status404NotFound) return Problems.Page(visit, refusal);

        var current = new List<ClaimFileDetail>();
        foreach (var file in CurrentFiles.Of(files.Items, visit.Now).Take(MostFiles))
            if ((await api.File(file.FileId, stop)).Succeeded(out var detail, out _)) current.Add(detail);
        return new RazorComponentResult<HomePage>(new { Visit = visit, Files = current, Connectors = connectors, Risk = risk, Items = items, Asked = asked.Total, Preparing = checklist?.Steps.FirstOrDefault(s => s.State == "now") });
    }
}
