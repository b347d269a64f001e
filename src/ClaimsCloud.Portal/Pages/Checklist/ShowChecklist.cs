using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Cases;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Checklist;

/// <summary>What a station has to do until its claims go online, with a place for the papers.</summary>
internal static class ShowChecklist {
    private const long LargestPaper = (10L * 1024 * 1024) + PageTable.LargestForm;

    public static void MapChecklist(this IEndpointRouteBuilder station) {
        station.MapGet(Links.Checklist, (Visit visit, CasesApi api, CancellationToken stop) => Page(visit, api, [], stop));
        station.MapPost(Links.Checklist, Report);
        station.MapPost(Links.Checklist + "/papers", Give).WithMetadata(new PageTable.BodySize(LargestPaper));
    }

    private static async Task<IResult> Report(HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var item = form["item"].ToString();
        return (await api.Report(new(item, form["act"] == "done", form["note"].ToString()), stop)).Succeeded(out _, out var refusal)
            ? TypedResults.LocalRedirect(Links.Checklist) : await Page(visit, api, [new($"note-{item}", refusal.Title)], stop);
    }

    private static async Task<IResult> Give(HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } chosen) return await Page(visit, api, [new(null, "ファイルを選んでください。")], stop);
        return (await api.GiveOwn(chosen.Name, Papers.Labelled(chosen.Before), chosen.Content, stop)).Succeeded(out _, out var refusal)
            ? TypedResults.LocalRedirect(Links.Checklist) : await Page(visit, api, [new FormProblem(null, refusal.Title)], stop);
    }

    private static async Task<IResult> Page(Visit visit, CasesApi api, IReadOnlyList<FormProblem> problems, CancellationToken stop) {
        var known = (await api.Checklist(stop)).Succeeded(out var checklist, out var refusal);
        if (!known && refusal!.Status != StatusCodes.Status404NotFound) return Problems.Page(visit, refusal);
        return new RazorComponentResult<ChecklistPage>(new { Visit = visit, Checklist = checklist, Problems = problems }) { StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
