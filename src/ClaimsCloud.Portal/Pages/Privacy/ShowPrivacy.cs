using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Privacy;

/// <summary>Patients by name, what was asked for whom, how long things are kept.</summary>
internal static class ShowPrivacy {
    public static async Task<IResult> Handle(string? search, Visit visit, PrivacyApi api, CancellationToken stop) {
        var patients = Array.Empty<KnownPatient>();
        if (search?.Trim().Length > 1 && !(await api.Patients(search, stop)).Succeeded(out patients, out var refusal)) return Problems.Page(visit, refusal);
        return (await api.Requests(stop)).Succeeded(out var requests, out refusal)
            ? new RazorComponentResult<PrivacyPage>(new { Visit = visit, Search = search, Patients = patients, Requests = requests }) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Retention(Visit visit, PrivacyApi api, CancellationToken stop) =>
        (await api.Retention(stop)).Succeeded(out var plan, out var refusal) ? new RazorComponentResult<RetentionPage>(new { Visit = visit, Plan = plan }) : Problems.Page(visit, refusal);
}
