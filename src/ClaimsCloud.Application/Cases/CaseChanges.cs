using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>What a change makes of a case, and how the history tells it.</summary>
internal sealed record CaseChange(OnboardingCase Case, string What, string? Detail = null);

/// <summary>The one way a case changes: with a line of history in the same commit, and never over a change that the person did not see.</summary>
internal static class CaseChanges {
    public const string Desk = "desk", Station = "station", Applicant = "applicant", Partner = "partner", System = "system";

    public static async Task<Stored<OnboardingCase>?> Case(this PlatformScope platform, string caseId, CancellationToken stop) => await platform.Documents.Get(OnboardingCase.Kind, caseId, stop);

    public static DateOnly Today(this PlatformScope platform) => DateOnly.FromDateTime(platform.Now.InJapan());

    /// <summary>A change of the desk, answered with the case as it is then.</summary>
    /// <param name="revision">As the person saw it.</param>
    public static async Task<Results<Ok<CaseDetail>, Refused>> Answer(string caseId, long revision, Caller caller, PlatformScope platform, Func<OnboardingCase, OnboardingBook, Outcome<CaseChange>> change, CancellationToken stop) {
        if (await platform.Case(caseId, stop) is { } seen && seen.Value.Revision != revision) return (Refused)Refusals.ChangedMeanwhile;
        return (await Apply(caseId, Desk, caller.Id, platform, change, stop)).Succeeded(out var changed, out var refusal)
            ? TypedResults.Ok(await CaseViews.Detail(caseId, changed, platform, stop)) : (Refused)refusal;
    }

    /// <summary>For changes that hold whatever was changed meanwhile: looks again after a lost race.</summary>
    public static async Task<Outcome<OnboardingCase>> Apply(string caseId, string by, string? person, PlatformScope platform, Func<OnboardingCase, OnboardingBook, Outcome<CaseChange>> change, CancellationToken stop) {
        var book = await Book.Books.Today(platform, stop);
        while (true) {
            if (await platform.Case(caseId, stop) is not { } stored) return Refusals.NotFound;
            if (!stored.Value.IsOpen) return Refusals.CaseClosed;
            if (!change(stored.Value, book).Succeeded(out var made, out var refusal)) return refusal;
            var batch = platform.Batch();
            var changed = batch.Changed(stored, made, by, person, platform.Now);
            if (await platform.Commit(batch, stop) == CommitResult.Committed) return changed;
        }
    }

    /// <summary>Adds the case and its line of history to a commit.</summary>
    public static OnboardingCase Changed(this Batch batch, Stored<OnboardingCase> was, CaseChange made, string by, string? person, DateTimeOffset now) {
        var changed = made.Case with { Revision = was.Value.Revision + 1 };
        batch.Replace(was, changed).Told(was.Id, changed, made.What, made.Detail, by, person, now);
        return changed;
    }

    public static Batch Told(this Batch batch, string caseId, OnboardingCase changed, string what, string? detail, string by, string? person, DateTimeOffset now) =>
        batch.Create(CaseEvent.Kind, $"{caseId}.{changed.Revision}", new CaseEvent(caseId, changed.Revision, now, by, person, what, detail));
}
