using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Pages.Months;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Apply;

/// <summary>The public form: nobody signs in. The address of a draft is its key.</summary>
internal static class Applications {
    public static void MapApply(this IEndpointRouteBuilder routes) {
        routes.MapGet(Links.Apply, Begin).AllowAnonymous();
        routes.MapPost(Links.Apply, (HttpRequest request, ApplyApi api, CancellationToken stop) => Save(null, request, api, stop)).AllowAnonymous();
        routes.MapGet("/apply/{key}", Show).AllowAnonymous();
        routes.MapPost("/apply/{key}", Save).AllowAnonymous();
        routes.MapGet("/apply/invitations/{key}", Invitations.Show).AllowAnonymous();
        routes.MapPost("/apply/invitations/{key}", Invitations.Accept).AllowAnonymous();
    }

    private static Task<IResult> Begin(ApplyApi api, CancellationToken stop) => Show("", null, api, stop);

    private static async Task<IResult> Show(string key, string? saved, ApplyApi api, CancellationToken stop) =>
        (await api.Read(key, stop)).Succeeded(out var application, out var refusal) ? Page(application, saved is not null) : Problems.Page(null, refusal);

    private static async Task<IResult> Save(string? key, HttpRequest request, ApplyApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var handIn = form["act"] == "handIn";
        if (!(await api.Save(new(key, FormAnswers.Of(form), handIn), stop)).Succeeded(out var application, out var refusal)) return Problems.Page(null, refusal);
        if (application.Problems.Count > 0) return Page(application, false);
        return TypedResults.LocalRedirect(Links.Application(application.Key) + (handIn ? "" : "?saved=1"));
    }

    private static RazorComponentResult<ApplicationPage> Page(ApplicationDetail application, bool saved) => new(new {
        Application = application, Saved = saved, Problems = application.Problems.Select(p => new FormProblem(p.Field is { } field ? EditRow.Prefix + field : null, p.Message)).ToList(),
    }) { StatusCode = application.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
