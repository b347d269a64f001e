using ClaimsCloud.Gateway.Guards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

/// <summary>Takes the form with which an invited person makes her account. The code stays out of every address that is made here.</summary>
internal static class Join {
    public static async Task<RedirectHttpResult> Handle(HttpContext context, FunctionsClient functions, SignInLimits limits, CancellationToken stop) {
        if (!context.Request.HasFormContentType) return Again("invitation-refused");
        var form = await context.Request.ReadFormAsync(stop);
        var (code, login, password) = (form["code"].ToString(), form["login"].ToString().Trim(), form["password"].ToString());
        if (new[] { code, login, password }.Any(text => text.Length is 0 or > SignIn.LongestText)) return Again("invalid-account");
        if (password != form["again"].ToString()) return Again("passwords-differ");
        if (!limits.Allow(context, "join")) return Again("too-many");
        return await functions.Join(new(code, login, password), context, stop) is { } refusal ? Again(refusal.Code) : TypedResults.LocalRedirect($"{SessionModule.SignInPage}?problem=joined");
    }

    private static RedirectHttpResult Again(string problem) => TypedResults.LocalRedirect($"{SessionModule.JoinPage}?problem={problem}");
}
