using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>The desk's pages of cases.</summary>
internal static class CasePages {
    private const long LargestPaper = (10L * 1024 * 1024) + PageTable.LargestForm;

    public static void MapCases(this IEndpointRouteBuilder desk) {
        desk.MapGet(Links.Cases, ListCases.Handle);
        desk.MapPost(Links.CaseActions, ListCases.Act);
        desk.MapGet(Links.CaseSheets, Sheets.List);
        desk.MapGet("/cases/sheets/{partner}", Sheets.Download);
        desk.MapPost("/cases/sheets/{partner}", Sheets.Upload).WithMetadata(new PageTable.BodySize(LargestPaper));
        desk.MapGet("/cases/sheet-imports/{importId}", Sheets.ShowImport);
        desk.MapPost("/cases/sheet-imports/{importId}", Sheets.Take);
        desk.MapGet(Links.CaseBook, Book.Show);
        desk.MapGet("/cases/book/{table}", Book.ShowTable);
        desk.MapGet("/cases/book/{table}/row", Book.ShowRow);
        desk.MapPost("/cases/book/{table}/row", Book.Save);
        desk.MapGet("/cases/{caseId}", (string caseId, Visit visit, CasesApi api, CancellationToken stop) => Show<CasePage>(caseId, visit, api, [], stop));
        desk.MapPost("/cases/{caseId}", ChangeCase.Handle);
        desk.MapGet("/cases/{caseId}/answers", (string caseId, Visit visit, CasesApi api, CancellationToken stop) => Show<AnswersPage>(caseId, visit, api, [], stop));
        desk.MapGet("/cases/{caseId}/money", (string caseId, Visit visit, CasesApi api, CancellationToken stop) => Show<MoneyPage>(caseId, visit, api, [], stop));
        desk.MapGet("/cases/{caseId}/subsidy", (string caseId, Visit visit, CasesApi api, CancellationToken stop) => Show<SubsidyPage>(caseId, visit, api, [], stop));
        desk.MapGet("/cases/{caseId}/packet-sheet", (string caseId, Visit visit, CasesApi api, CancellationToken stop) => Show<PacketSheetPage>(caseId, visit, api, [], stop));
        desk.MapGet("/cases/{caseId}/packet", Papers.Packet);
        desk.MapPost("/cases/{caseId}/papers", Papers.Give).WithMetadata(new PageTable.BodySize(LargestPaper));
        desk.MapGet("/cases/{caseId}/papers/{paperId}", Papers.Read);
        desk.MapPost("/cases/{caseId}/papers/{paperId}", Papers.Change);
        desk.MapPost("/cases/{caseId}/hand-over", HandOver.Handle);
        desk.MapGet("/cases/{caseId}/history", History);
    }

    /// <summary>A page of one case, with what was wrong with its form.</summary>
    public static async Task<IResult> Show<TPage>(string caseId, Visit visit, CasesApi api, IReadOnlyList<FormProblem> problems, CancellationToken stop) where TPage : IComponent =>
        (await api.Case(caseId, stop)).Succeeded(out var detail, out var refusal)
            ? new RazorComponentResult<TPage>(new { Visit = visit, Detail = detail, Problems = problems }) { StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);

    /// <summary>The page that a form belongs to.</summary>
    public static Task<IResult> Part(string part, string caseId, Visit visit, CasesApi api, IReadOnlyList<FormProblem> problems, CancellationToken stop) => part switch {
        "answers" => Show<AnswersPage>(caseId, visit, api, problems, stop),
        "money" => Show<MoneyPage>(caseId, visit, api, problems, stop),
        "subsidy" => Show<SubsidyPage>(caseId, visit, api, problems, stop),
        _ => Show<CasePage>(caseId, visit, api, problems, stop),
    };

    private static async Task<IResult> History(string caseId, string? after, Visit visit, CasesApi api, CancellationToken stop) {
        if (!(await api.Case(caseId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        return (await api.History(caseId, after, stop)).Succeeded(out var events, out refusal)
            ? new RazorComponentResult<HistoryPage>(new { Visit = visit, Detail = detail, Events = events }) : Problems.Page(visit, refusal);
    }
}
