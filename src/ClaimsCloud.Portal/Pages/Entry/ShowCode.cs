using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Entry;

/// <summary>The second step of a sign-in; the gateway takes the forms.</summary>
internal static class ShowCode {
    public static RazorComponentResult<CodePage> Handle(string? problem, string? to) => new(new { Problems = Of(problem), To = to });

    public static async Task<IResult> SetUp(string? problem, string? to, IdentityApi api, CancellationToken stop) =>
        (await api.SetUp(stop)).Succeeded(out var setUp, out var refusal)
            ? new RazorComponentResult<SetUpPage>(new { Problems = Of(problem), To = to, SetUp = setUp })
            : Problems.Page(null, refusal);

    private static FormProblem[] Of(string? problem) => problem switch {
        "code-wrong" => [new("code", "確認コードが違うか、すでに使われています。新しいコードを入れてください。")],
        "too-many" => [new("code", "続けて操作されたため、少しの間ログインできません。5分ほど待ってからお試しください。")],
        _ => [],
    };
}
