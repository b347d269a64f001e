using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>Something that stops a case, and how it was settled.</summary>
internal static class ChangeBlocker {
    private const int TextLength = 200;
    private const int Most = 10;

    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, BlockerChange change, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, change.Revision, caller, platform, (of, _) => {
        var text = change.Text?.Trim() ?? "";
        if (text.Length is 0 or > TextLength) return Refusals.ReasonMissing;
        if (SecretText.Problem(text) is not null) return Refusals.NoSecrets;
        if (change.BlockerId is { } id) return of.Blockers.FirstOrDefault(b => b.Id == id) is { } settled
            ? new CaseChange(of with { Blockers = [.. of.Blockers.Where(b => b.Id != id)] }, $"止まっていた理由が片づきました：{settled.Text}", text) : Refusals.NotFound;
        if (BookTables.Holders.All(h => h.Value != change.Holder) || of.Blockers.Count >= Most) return Refusals.BadRequest;
        return new CaseChange(of with { Blockers = [.. of.Blockers, new(platform.Ids.Next(), text, change.Holder!, platform.Now)] }, $"止まっています：{text}", $"動く番：{CaseViews.Holder(change.Holder!)}");
    }, stop);
}
