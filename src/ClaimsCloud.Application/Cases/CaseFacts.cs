using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Cases;

/// <summary>For figures: where a case is and how long each step took; no name, no contents.</summary>
/// <param name="Station">Tenant's id; null before hand-over.</param>
/// <param name="Steps">Each step that it entered, oldest first; the last one is the present.</param>
internal sealed record CaseFact(string CaseId, string? Station, string StationCode, string? Partner, string Step, DateTimeOffset Since, IReadOnlyList<(string Step, DateTimeOffset At)> Steps);

internal static class CaseFacts {
    /// <summary>Every case, closed ones too, oldest first.</summary>
    public static async IAsyncEnumerable<CaseFact> All(PlatformScope platform, [EnumeratorCancellation] CancellationToken stop) {
        await foreach (var one in platform.Documents.All(OnboardingCase.Kind, OnboardingCase.ByAny, IndexRange.All, stop))
            yield return new(one.Id, one.Value.HandOver?.Station, one.Value.StationCode, one.Value.Partner?.Key, one.Value.Step, one.Value.StepSince, [.. one.Value.StepHistory.Select(s => (s.Step, s.At))]);
    }
}
