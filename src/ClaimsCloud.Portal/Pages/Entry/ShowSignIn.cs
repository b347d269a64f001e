using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Entry;

/// <summary>The form that the gateway takes; what went wrong there comes back as one of a few words.</summary>
internal static class ShowSignIn {
    public static RazorComponentResult<SignInPage> Handle(string? problem, string? to, HttpRequest request) {
        var (problems, note) = problem switch {
            "sign-in-failed" => (Wrong("ログイン名またはパスワードが違います。"), null),
            "sign-in-locked" => (Wrong("続けて間違えたため、しばらくログインできません。15分たってからお試しください。"), null),
            "too-many" => (Wrong("続けて操作されたため、少しの間ログインできません。5分ほど待ってからお試しください。"), null),
            "passkey-refused" => (Wrong("このパスキーではログインできません。もう一度試すか、パスワードでログインしてください。"), null),
            "organisation-refused" => (Wrong("組織のアカウントでログインできません。まだ連携していないときは、パスワードでログインし、アカウントの画面で連携してください。"), null),
            "session-ended" => (None, "時間がたったため、ログアウトしました。もう一度ログインしてください。"),
            "joined" => (None, "アカウントを作りました。決めたログイン名とパスワードでログインしてください。"),
            "signed-out" => (None, "ログアウトしました。"),
            _ => (None, (string?)null),
        };
        return new(new { Problems = problems, Note = note, To = to, Organisations = Organisations.Of(request) });
    }

    private static readonly IReadOnlyList<FormProblem> None = [];

    private static IReadOnlyList<FormProblem> Wrong(string message) => [new("login", message)];
}
