using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>The amount that stands on a paper, or that it is not used after all. Its bytes stay, and the history says what was there.</summary>
internal static class ChangePaper {
    private const int ReasonLength = 200;

    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, string paperId, PaperChange change, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, change.Revision, caller, platform, (of, _) => {
        if (of.HeldPapers().FirstOrDefault(p => p.Id == paperId) is not { } paper) return Refusals.NotFound;
        if (change.Yen is { } yen) return yen is < 0 or > TakePaper.MostYen ? Refusals.AmountsWrong
            : With(of, paper, paper with { Yen = yen }, $"書類の金額を入れました：{paper.Name}", $"{yen:#,0}円{(paper.Yen is { } was ? $"（前は{was:#,0}円）" : "")}");
        var reason = change.WithdrawnBecause?.Trim() ?? "";
        if (reason.Length is 0 or > ReasonLength || SecretText.Problem(reason) is not null) return Refusals.ReasonMissing;
        return With(of, paper, paper with { WithdrawnBecause = reason }, $"書類を使わないことにしました：{paper.Name}", reason);
    }, stop);

    private static CaseChange With(OnboardingCase of, CasePaper paper, CasePaper now, string what, string detail) => new(of with { Papers = [.. of.Papers.Select(p => p == paper ? now : p)] }, what, detail);
}
