using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>The same for many cases. Each is a change of its own: what is refused for one holds none of the others up, and is told.</summary>
internal static class ActOnMany {
    private const int Most = 200;
    private const int TextLength = 200;

    public static async Task<Results<Ok<BulkAnswer>, Refused>> Handle(BulkAction action, PlatformScope platform, Caller caller, CancellationToken stop) {
        var text = action.Text?.Trim() ?? "";
        if (action.CaseIds is not { Count: > 0 and <= Most } ids || action.Kind is not ("remind" or "due" or "note")) return (Refused)Refusals.BadRequest;
        if (action.Kind != "due" && text.Length is 0 or > TextLength) return (Refused)Refusals.ReasonMissing;
        if (SecretText.Problem(text) is not null) return (Refused)Refusals.NoSecrets;
        var (done, notDone) = (0, new List<string>());
        foreach (var id in ids.Distinct())
            if ((await CaseChanges.Apply(id, CaseChanges.Desk, caller.Id, platform, (of, book) => One(of, book, action, text), stop)).Succeeded(out _, out var refusal)) done++;
            else notDone.Add($"{id}：{refusal.Title}");
        return TypedResults.Ok(new BulkAnswer(done, notDone));
    }

    private static Outcome<CaseChange> One(OnboardingCase of, OnboardingBook book, BulkAction action, string text) {
        if (action.Kind == "remind") return new CaseChange(of, "催促しました。", text);
        if (action.Kind == "note") return new CaseChange(of, "メモ", text);
        if (action.DueOn is not { } due || book.Items.FirstOrDefault(i => i.Key == action.Item) is not { } item) return Refusals.BadRequest;
        if (of.Item(item.Key).IsDone) return Refusals.ItemDone;
        return new CaseChange(of.With(item.Key, of.Item(item.Key) with { DueOn = due }), $"{item.Name}：期限を{due:yyyy年M月d日}にしました。", text.Length == 0 ? null : text);
    }
}
