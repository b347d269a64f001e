using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Entry;

internal static class Problems {
    public static RazorComponentResult Page(Visit? visit, Refusal refusal) => new RazorComponentResult<ProblemPage>(new { Visit = visit, Refusal = refusal }) { StatusCode = refusal.Status };
}
