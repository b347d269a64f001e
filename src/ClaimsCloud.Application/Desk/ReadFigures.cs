using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>How the desk's work and the stations' claims go, over all.</summary>
internal static class ReadFigures {
    private const int LowestShown = 20;
    private const int MonthsShown = 12;

    public static async Task<Ok<FiguresView>> Handle(PlatformScope platform, DeskScope desk, CancellationToken stop) {
        var facts = new List<CaseFact>();
        await foreach (var fact in CaseFacts.All(platform, stop)) facts.Add(fact);
        var cases = facts.ConvertAll(CaseTracks.Of);
        var months = new SortedDictionary<string, ClaimCounts>(StringComparer.Ordinal);
        var stations = await desk.Stations(stop);
        foreach (var claims in stations.SelectMany(s => s.Value.Month?.Claims ?? [])) months[claims.Month] = months.GetValueOrDefault(claims.Month, ClaimCounts.None) + claims.Counts;
        var newest = months.LastOrDefault(m => m.Value.Answered > 0).Key;
        var lowest = stations.Select(s => (s.Key, s.Value.StationName, Counts: s.Value.Month?.Claims.FirstOrDefault(c => c.Month == newest)?.Counts)).Where(s => s.Counts?.CleanRate < 1)
            .OrderBy(s => s.Counts!.CleanRate).ThenByDescending(s => s.Counts!.Answered).ThenBy(s => s.Key, StringComparer.Ordinal).Take(LowestShown);
        return TypedResults.Ok(new FiguresView(
            [.. CaseFigures.Funnel(cases).Select(f => new FunnelRow(CaseTracks.Name(f.Step), f.Reached, f.Waiting, f.MedianDays, f.SlowDays))], CaseTracks.Holders(facts, platform.Now), CaseFigures.LeadDays(cases),
            [.. months.Reverse().Take(MonthsShown).Select(m => new MonthRates(m.Key, StationViews.Rates(m.Value)))],
            [.. lowest.Select(s => new StationRates(s.Key, s.StationName, StationViews.Rates(s.Counts)))]));
    }
}
