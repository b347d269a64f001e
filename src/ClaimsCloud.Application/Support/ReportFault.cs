using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Support;

/// <summary>A person of the station reports a fault. What goes to the desk names no patient.</summary>
internal static class ReportFault {
    private const int LongestText = 400;
    private const int LongestCall = 100;
    private static readonly HashSet<string> Symptoms = new(StringComparer.Ordinal) { "send", "eligibility", "connector", "results", "screen", "other" };

    public static async Task<Results<Ok<RequestRow>, Refused>> Handle(FaultReport report, TenantScope tenant, CancellationToken stop) {
        if (!Symptoms.Contains(report.Symptom ?? "") || report.Text is not { Length: <= LongestText } || report.Call is not { Length: <= LongestCall } || report.Symptom == "other" && string.IsNullOrWhiteSpace(report.Text))
            return (Refused)SupportRefusals.InvalidReport;
        if (await PatientWords.Are(report.Text, tenant, stop) || await PatientWords.Are(report.Call, tenant, stop)) return (Refused)SupportRefusals.NamesAPatient;
        var (id, request) = (tenant.Ids.Next(), new FaultRequest(report.Symptom!, report.Text.Trim(), tenant.Now, null));
        var facts = (report.Facts ?? new Dictionary<string, bool>()).Where(f => Triage.AskedFacts.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);
        await tenant.Commit(tenant.Batch().Create(FaultRequest.Kind, id, request).SendToPlatform(new FaultReported(id, request.Symptom, request.Text, report.Call.Trim(), request.At, facts)), stop);
        return TypedResults.Ok(request.Row(id));
    }
}
