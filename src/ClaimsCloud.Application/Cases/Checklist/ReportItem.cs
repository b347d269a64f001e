using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Checklist;

/// <summary>The station says that its part is done, or how it stands; the desk confirms it.</summary>
internal static class ReportItem {
    private const int NoteLength = 500;

    public static async Task<Results<Ok<ChecklistDetail>, Refused>> Handle(ItemReport report, TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (await ReadChecklist.Find(tenant, platform, stop) is not { } its) return (Refused)Refusals.NotFound;
        var note = report.Note?.Trim() ?? "";
        if (note.Length > NoteLength || !report.Done && note.Length == 0) return (Refused)Refusals.ReasonMissing;
        if (SecretText.Problem(note) is not null) return (Refused)Refusals.NoSecrets;
        var outcome = await CaseChanges.Apply(its.Id, CaseChanges.Station, caller.Id, platform, (of, book) => {
            if (book.Items.FirstOrDefault(i => i.Key == report.Item && i.Owner == "station") is not { } item) return Refusals.NotFound;
            if (of.Item(item.Key).IsDone) return Refusals.ItemDone;
            var now = report.Done ? new CaseItem("waiting", "conduct", of.Item(item.Key).DueOn, note.Length == 0 ? null : note) : of.Item(item.Key) with { State = "doing", WaitsFor = null, Note = note };
            return new CaseChange(of.With(item.Key, now), report.Done ? $"{item.Name}：終わったと連絡がありました。" : $"{item.Name}：途中の連絡がありました。", note.Length == 0 ? null : note);
        }, stop);
        return outcome.Succeeded(out var changed, out var refusal) ? TypedResults.Ok(await ReadChecklist.Detail(its.Id, changed, platform, stop)) : (Refused)refusal;
    }

    /// <summary>A paper of the station.</summary>
    public static async Task<Results<Ok<ChecklistDetail>, Refused>> Paper(string? name, string? item, string? paper, string? supplier, HttpRequest request, TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (await ReadChecklist.Find(tenant, platform, stop) is not { } its) return (Refused)Refusals.NotFound;
        var outcome = await TakePaper.Take(its.Id, new(name, item, paper, supplier, null), request.Body, CaseChanges.Station, caller.Id, platform, stop);
        return outcome.Succeeded(out var changed, out var refusal) ? TypedResults.Ok(await ReadChecklist.Detail(its.Id, changed, platform, stop)) : (Refused)refusal;
    }
}
