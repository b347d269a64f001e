using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Support;

/// <summary>The station's faults: a new one, and what became of those that are there.</summary>
internal static class ReportFault {
    public static Task<IResult> Show(Visit visit, SupportApi api, CancellationToken stop) => Page(visit, api, new("send", "", "", null), stop);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, SupportApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var facts = new Dictionary<string, bool>();
        if (form["screen-opens"].ToString() is { Length: > 0 } opens) facts["screen-opens"] = opens == "yes";
        var report = new FaultReport(form["symptom"].ToString(), form["text"].ToString(), form["call"].ToString(), facts);
        if ((await api.Report(report, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Support);
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(visit, api, report, stop, new FormProblem("text", refusal.Title)) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Reply(string requestId, HttpRequest request, Visit visit, SupportApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        bool? YesNo(string field) => form[field].ToString() switch { "yes" => true, "no" => false, _ => null };
        var reply = new RequestReply(YesNo("works"), form["fact"].ToString() is { Length: > 0 } fact ? fact : null, YesNo("answer"));
        return (await api.Reply(requestId, reply, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.Support) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(Visit visit, SupportApi api, FaultReport report, CancellationToken stop, params FormProblem[] problems) {
        if (!(await api.Requests(stop)).Succeeded(out var requests, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Manual(stop)).Succeeded(out var manual, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<SupportPage>(new { Visit = visit, Requests = requests, Manual = manual, Report = report, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
