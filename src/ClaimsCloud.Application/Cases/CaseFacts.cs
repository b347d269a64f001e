using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases;

/// <summary>For figures: where a case is, who has to move it and how long each step took; no name, no contents.</summary>
/// <param name="Station">Tenant's id; null before hand-over.</param>
/// <param name="Steps">Each step that it entered, oldest first; the last one is the present.</param>
/// <param name="Holders">Keys of <see cref="BookTables.Holders"/>; empty when it is over.</param>
internal sealed record CaseFact(string CaseId, string? Station, string StationCode, string? Partner, string Step, DateTimeOffset Since, IReadOnlyList<(string Step, DateTimeOffset At)> Steps, IReadOnlyList<string> Holders);

internal static class CaseFacts {
    /// <summary>Every case, closed ones too, oldest first.</summary>
    public static IAsyncEnumerable<CaseFact> All(PlatformScope platform, CancellationToken stop) => Read(platform, OnboardingCase.ByAny, IndexRange.All, stop);

    /// <summary>The newest case that led to a station; null for a station that came in another way.</summary>
    public static async Task<CaseFact?> Of(string station, PlatformScope platform, CancellationToken stop) {
        CaseFact? newest = null;
        await foreach (var fact in Read(platform, OnboardingCase.ByStation, IndexRange.Exactly(station), stop))
            if (newest is null || fact.Since > newest.Since) newest = fact;
        return newest;
    }

    private static async IAsyncEnumerable<CaseFact> Read(PlatformScope platform, DocumentIndex<OnboardingCase> index, IndexRange range, [EnumeratorCancellation] CancellationToken stop) {
        var book = await Books.Today(platform, stop);
        await foreach (var one in platform.Documents.All(OnboardingCase.Kind, index, range, stop))
            yield return new(one.Id, one.Value.HandOver?.Station, one.Value.StationCode, one.Value.Partner?.Key, one.Value.Step, one.Value.StepSince, [.. one.Value.StepHistory.Select(s => (s.Step, s.At))],
                CaseProgress.Holders(one.Value, book));
    }
}
