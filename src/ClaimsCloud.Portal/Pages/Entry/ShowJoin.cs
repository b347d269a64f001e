using ClaimsCloud.Portal.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Entry;

/// <summary>Where an invitation leads; the gateway takes the form.</summary>
internal static class ShowJoin {
    public static RazorComponentResult<JoinPage> Handle(string? code, string? problem) => new(new { Code = code, Problems = Of(problem) });

    private static FormProblem[] Of(string? problem) => problem switch {
        "invitation-refused" => [new("code", "招待が見つからないか、期限が切れているか、すでに使われています。招待した人に新しい招待を頼んでください。")],
        "invalid-account" => [new("password", "ログイン名と、8文字以上のパスワードを入れてください。")],
        "login-taken" => [new("login", "このログイン名はすでに使われています。別の名前にしてください。")],
        "passwords-differ" => [new("again", "2つのパスワードが違います。")],
        "too-many" => [new("code", "続けて操作されたため、少しの間登録できません。5分ほど待ってからお試しください。")],
        _ => [],
    };
}
