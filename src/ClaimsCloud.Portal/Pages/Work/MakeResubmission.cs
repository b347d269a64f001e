using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Work;

/// <summary>Makes the re-claim file, or asks what only a person can decide.</summary>
internal static class MakeResubmission {
    private const string Prefix = "claim-";
    public const string First = "first";

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.Work);
        var form = await request.ReadFormAsync(stop);
        var fileId = form["file"].ToString();
        if (!(await api.Resubmit(fileId, new(Decisions(form)), stop)).Succeeded(out var answer, out var refusal)) return Problems.Page(visit, refusal);
        if (answer.File is { } made) return TypedResults.LocalRedirect(Links.File(made.FileId));
        if (!(await api.ReturnItems(null, stop)).Succeeded(out var items, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<ResubmissionPage>(new { Visit = visit, FileId = fileId, answer.Findings, Items = items.Where(i => i.Origin == "returned").ToList() }) { StatusCode = StatusCodes.Status409Conflict };
    }

    public static string Field(int claim) => Prefix + claim.ToString(CultureInfo.InvariantCulture);

    private static List<ResubmissionDecision> Decisions(IFormCollection form) => [.. form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && f.Value.ToString().Length > 0)
        .Select(f => (Known: int.TryParse(f.Key.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var claim), Claim: claim, Value: f.Value.ToString()))
        .Where(d => d.Known).Select(d => new ResubmissionDecision(d.Claim, d.Value == First ? null : d.Value))];
}
