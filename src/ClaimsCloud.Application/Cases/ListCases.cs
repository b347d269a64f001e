using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>The open cases: late ones first, then by due date. A search looks at all cases, closed ones too.</summary>
internal static class ListCases {
    public static async Task<Ok<CaseBoard>> Handle(string? search, string? step, string? holder, int? page, PlatformScope platform, CancellationToken stop) {
        var (book, number, all) = (await Books.Today(platform, stop), Paging.Number(page), new List<(CaseRow Row, IReadOnlyList<string> Holders)>());
        var index = string.IsNullOrWhiteSpace(search) ? OnboardingCase.ByOpening : OnboardingCase.ByAny;
        await foreach (var one in platform.Documents.All(OnboardingCase.Kind, index, IndexRange.All, stop))
            if (Paging.Matches(search, one.Id, one.Value.StationName, one.Value.StationCode, one.Value.Answers.GetValueOrDefault("contactName"), one.Value.Answers.GetValueOrDefault("phone"), one.Value.Partner?.Name))
                all.Add((CaseViews.Row(one.Id, one.Value, book, platform.Now), CaseProgress.Holders(one.Value, book)));
        var rows = all.Where(c => (string.IsNullOrEmpty(step) || c.Row.Step == step) && (string.IsNullOrEmpty(holder) || c.Holders.Contains(holder))).Select(c => c.Row)
            .OrderBy(r => r.DueOn ?? DateOnly.MaxValue).ThenBy(r => r.CaseId, StringComparer.Ordinal).ToList();
        var steps = book.Steps.Select(s => new CaseStepCount(s.Key, s.Name, all.Count(c => c.Row.Step == s.Key), all.Count(c => c.Row.Step == s.Key && c.Row.Late))).ToList();
        return TypedResults.Ok(new CaseBoard(new([.. rows.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size)], rows.Count, number, Paging.Size), steps,
            [.. BookTables.Holders.Select(h => new FieldOption(h.Value, h.Label))]));
    }
}
