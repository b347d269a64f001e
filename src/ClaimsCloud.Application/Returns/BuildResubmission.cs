using System.Collections.ObjectModel;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Resubmission;
using ClaimsCloud.Domain.Returns.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// Makes the file that goes back: a checked claim file with the corrected claims, plus search numbers and histories of the returns that they answer. The checked file
/// stays as it is; the new one is taken in, checked and sealed like any other. Claims that the payer has already are left out.
/// </summary>
internal static class BuildResubmission {
    private const string OfficialName = "RECEIPTH.UKE";
    private const int ShownFindings = 200;

    public static async Task<Results<Ok<ResubmissionAnswer>, Refused>> Handle(string fileId, ResubmissionRequest request, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        if (file.Value.State != ClaimFileState.Checked) return (Refused)ReturnRefusals.NotChecked;
        var (items, returned) = await OpenReturns(tenant, stop);
        var decisions = new List<LinkDecision>();
        foreach (var decision in request.Decisions ?? []) {
            var index = decision.ItemId is null ? -1 : items.IndexOf(decision.ItemId);
            if (decision.ItemId is not null && index < 0) return (Refused)Refusals.NotFound;
            decisions.Add(new(decision.Claim, index < 0 ? null : index + 1));
        }
        var plan = await Plan(file, returned, decisions, tenant, stop);
        IReadOnlyList<FindingRow> findings = [.. plan.Findings.Take(ShownFindings).Select(f => FindingRows.Of(f))];
        return TypedResults.Ok(new ResubmissionAnswer(plan.Ready ? await Store(plan, file.Id, tenant, caller, stop) : null, findings));
    }

    private static async Task<ResubmissionPlan> Plan(Stored<ClaimFile> file, IReadOnlyList<ReturnedClaim> returned, IReadOnlyList<LinkDecision> decisions, TenantScope tenant, CancellationToken stop) {
        var sent = file.Value.Check is { Payer: { } payer } check ? await OwnClaims.Sent(tenant, payer, check.ServiceMonths, ReadOnlySet<ClaimRef>.Empty, stop) : AlreadySent.Nothing;
        await using var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(file.Id), 0, null, stop) ?? throw new IOException($"Bytes of {file.Id} are missing.");
        return ResubmissionPlan.Of(RebuiltClaims.Read(original.Content), returned, sent, decisions);
    }

    /// <summary>Returned claims that somebody works on and that have not gone back yet, with their items' ids in the same order.</summary>
    private static async Task<(List<string> Items, List<ReturnedClaim> Returned)> OpenReturns(TenantScope tenant, CancellationToken stop) {
        var (items, returned) = (new List<string>(), new List<ReturnedClaim>());
        var files = new Dictionary<string, ReturnedClaimFile>();
        await foreach (var item in tenant.AtRisk(stop)) {
            if (item.Value.ReturnFileId is not { } id || item.Value.Work.State is not (WorkState.Open or WorkState.InProgress or WorkState.Corrected)) continue;
            if (!files.TryGetValue(id, out var file)) {
                var stored = await tenant.Documents.Get(ReturnFile.DocumentKind, id, stop);
                // The items of an import that is still running are not complete yet.
                if (stored is null) continue;
                files[id] = file = ReturnedClaimFile.Read(await tenant.ReadAll(stored.Value.Blob, stop));
            }
            items.Add(item.Id);
            returned.Add(file.Claims[item.Value.Number - 1]);
        }
        return (items, returned);
    }

    private static async Task<ClaimFileRow> Store(ResubmissionPlan plan, string fileId, TenantScope tenant, Caller caller, CancellationToken stop) {
        var bytes = new MemoryStream();
        ResubmissionWriter.Write(plan, bytes, ClaimCalendar.SendingMonth(tenant.Now));
        bytes.Position = 0;
        return await UploadClaimFile.Store(bytes, OfficialName, fileId, tenant, caller, stop);
    }
}
