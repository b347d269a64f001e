using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>The board, and what is done to many cases at once.</summary>
internal static class ListCases {
    public static Task<IResult> Handle(string? search, string? step, string? holder, int? page, Visit visit, CasesApi api, CancellationToken stop) => Page(search, step, holder, Paging.Number(page), visit, api, [], null, stop);

    public static async Task<IResult> Act(HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var ids = form["case"].Where(id => !string.IsNullOrEmpty(id)).Select(id => id!).ToList();
        if (ids.Count == 0) return await Page(null, null, null, 1, visit, api, [new(null, "一覧で、案件を1つ以上選んでください。")], null, stop);
        var action = new BulkAction(ids, form["kind"].ToString(), form["item"].ToString(), FormValues.Day(form["dueOn"]), form["text"].ToString());
        return (await api.Act(action, stop)).Succeeded(out var answer, out var refusal)
            ? await Page(null, null, null, 1, visit, api, [.. answer.NotDone.Select(n => new FormProblem(null, n))], $"{answer.Done}件に行いました。", stop)
            : refusal.Status is 400 or 409 ? await Page(null, null, null, 1, visit, api, [new("text", refusal.Title)], null, stop) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(string? search, string? step, string? holder, int page, Visit visit, CasesApi api, IReadOnlyList<FormProblem> problems, string? note, CancellationToken stop) =>
        (await api.Cases(search, step, holder, page, stop)).Succeeded(out var board, out var refusal)
            ? new RazorComponentResult<CasesPage>(new { Visit = visit, Board = board, Search = search, Step = step, Holder = holder, Problems = problems, Note = note }) {
                StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            } : Problems.Page(visit, refusal);
}
