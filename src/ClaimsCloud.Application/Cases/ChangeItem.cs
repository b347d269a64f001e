using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>State, due date and note of one of the eight items.</summary>
internal static class ChangeItem {
    private const int NoteLength = 500;

    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, ItemChange change, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, change.Revision, caller, platform, (of, book) => {
        var note = string.IsNullOrWhiteSpace(change.Note) ? null : change.Note.Trim();
        if (book.Items.FirstOrDefault(i => i.Key == change.Item) is not { } item || !CaseItem.States.Contains(change.State)) return Refusals.BadRequest;
        if (change.State == "waiting" && BookTables.Holders.All(h => h.Value != change.WaitsFor)) return Refusals.BadRequest;
        if (change.State == "notNeeded" && note is null) return Refusals.ReasonMissing;
        if (note?.Length > NoteLength) return Refusals.ReasonMissing;
        if (note is not null && SecretText.Problem(note) is not null) return Refusals.NoSecrets;
        var now = new CaseItem(change.State, change.State == "waiting" ? change.WaitsFor : null, change.DueOn, note);
        return new CaseChange(of.With(item.Key, now), $"{item.Name}：{Word(now)}", string.Join('　', new[] { change.DueOn is { } due && due != of.Item(item.Key).DueOn ? $"期限 {due:yyyy年M月d日}" : null, note }.OfType<string>()) is { Length: > 0 } detail ? detail : null);
    }, stop);

    public static OnboardingCase With(this OnboardingCase of, string key, CaseItem item) => of with { Items = new Dictionary<string, CaseItem>(of.Items) { [key] = item } };

    private static string Word(CaseItem item) => item.State switch { "doing" => "進めています", "waiting" => $"{CaseViews.Holder(item.WaitsFor!)}を待っています", "done" => "終わりました", "notNeeded" => "要りません", _ => "これからです" };
}
