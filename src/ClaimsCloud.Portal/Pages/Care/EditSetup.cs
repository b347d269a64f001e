using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Care;

/// <summary>What is not verified in the care claims, as choices; and the official service-code table.</summary>
internal static class EditSetup {
    public static async Task<IResult> Show(Visit visit, CareApi api, CancellationToken stop) => await Page(visit, api, [], [], stop);

    public static async Task<IResult> Choose(HttpRequest request, Visit visit, CareApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.CareSetup);
        var form = await request.ReadFormAsync(stop);
        return (await api.Choose(new(form["name"].ToString(), form["value"].ToString()), stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.CareSetup) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Import(HttpRequest request, Visit visit, CareApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } table) return await Page(visit, api, [new("file", "取り込むファイルを選んでください。")], [], stop);
        if (!(await api.ImportCodes(table.Content, stop)).Succeeded(out var answer, out var refusal)) return Problems.Page(visit, refusal);
        return await Page(visit, api, answer.Taken ? [] : [new("file", "この表は取り込めません。")], answer.Findings, stop);
    }

    private static async Task<IResult> Page(Visit visit, CareApi api, FormProblem[] problems, IReadOnlyList<FindingRow> findings, CancellationToken stop) =>
        (await api.Setup(stop)).Succeeded(out var setup, out var refusal)
            ? new RazorComponentResult<SetupPage>(new { Visit = visit, Setup = setup, Problems = problems, Findings = findings }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Entry.Problems.Page(visit, refusal);
}
