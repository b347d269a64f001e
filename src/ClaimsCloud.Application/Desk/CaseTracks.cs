using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Desk;

/// <summary>Stations on their way in, as the desk's figures and a station's page show them.</summary>
internal static class CaseTracks {
    public static CaseTrack Of(CaseFact fact) {
        var entered = fact.Steps.Select(s => (Step: Number(s.Step), On: Day(s.At))).ToList();
        return new(fact.CaseId, entered[^1].Step, entered[^1].On, [.. entered.Zip(entered.Skip(1), (from, to) => new PassedStep(from.Step, from.On, to.On))]);
    }

    /// <summary>Who has to move the open cases, the most cases first.</summary>
    public static IReadOnlyList<HolderRow> Holders(IEnumerable<CaseFact> facts, DateTimeOffset now) => [.. facts.SelectMany(f => f.Holders, (f, holder) => (Holder: holder, f.Since)).GroupBy(f => f.Holder)
        .Select(g => new HolderRow(CaseViews.Holder(g.Key), g.Count(), Day(now).DayNumber - Day(g.Min(f => f.Since)).DayNumber)).OrderByDescending(h => h.Cases).ThenBy(h => h.Holder, StringComparer.Ordinal)];

    public static CaseSign Sign(CaseFact fact) => new(fact.CaseId, CaseProgress.Name(fact.Step), string.Join('・', fact.Holders.Select(CaseViews.Holder)), fact.Since);

    public static string Name(int step) => BookTables.Steps[step - 1].Label;

    private static int Number(string step) => step switch {
        OnboardingCase.Finished => CaseFigures.Steps + 1,
        OnboardingCase.Withdrawn => CaseTrack.Withdrawn,
        _ => BookTables.Steps.Select(s => s.Value).ToList().IndexOf(step) + 1,
    };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.InJapan());
}
