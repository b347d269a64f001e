using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>A person takes a finding on herself for a patient: why, and until which month. The file is then checked once more.</summary>
internal static class TakeFinding {
    public static async Task<IResult> Show(string fileId, int number, string? code, Visit visit, CloudApi api, CancellationToken stop) =>
        await Page(fileId, number, code ?? "", visit, api, [], stop);

    public static async Task<IResult> Handle(string fileId, int number, HttpRequest request, Visit visit, CloudApi api, ChecksApi checks, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var code = form["code"].ToString();
        var taken = new OverrideRequest(fileId, number, code, form["why"].ToString(), form["until"].ToString().Replace("-", "", StringComparison.Ordinal));
        if (!(await checks.Override(taken, stop)).Succeeded(out _, out var refusal))
            return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict
                ? await Page(fileId, number, code, visit, api, [new(refusal.Code switch { "reason-missing" => "why", "not-a-month" => "until", _ => null }, refusal.Title)], stop) : Problems.Page(visit, refusal);
        return (await checks.Recheck(fileId, stop)).Succeeded(out _, out refusal) ? TypedResults.LocalRedirect(Links.File(fileId)) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(string fileId, int number, string code, Visit visit, CloudApi api, FormProblem[] problems, CancellationToken stop) {
        if (!(await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Claim(fileId, number, stop)).Succeeded(out var receipt, out refusal)) return Problems.Page(visit, refusal);
        if (receipt.Findings.Where(f => f.Code == code).ToList() is not { Count: > 0 } findings)
            return Problems.Page(visit, new Refusal("not-found", "この指摘は見つかりません。", StatusCodes.Status404NotFound));
        return new RazorComponentResult<TakeFindingPage>(new { Visit = visit, Detail = detail, Receipt = receipt, Findings = findings, Problems = problems }) {
            StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
