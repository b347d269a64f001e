namespace ClaimsCloud.Domain.Fleet;

/// <summary>A station on its way into the product, as far as figures need it.</summary>
/// <param name="Step">Where it stands, 1 to <see cref="CaseFigures.Steps"/>; one more when it is done, <see cref="Withdrawn"/> when it was withdrawn.</param>
/// <param name="Since">When it got there.</param>
/// <param name="History">Steps that it left, in any order.</param>
public sealed record CaseTrack(string CaseId, int Step, DateOnly Since, IReadOnlyList<PassedStep> History) {
    public const int Withdrawn = 0;

    /// <summary>The furthest step that it ever stood in.</summary>
    public int Furthest => History.Select(h => h.Step).Append(Step).Max();
}

public sealed record PassedStep(int Step, DateOnly From, DateOnly To);

/// <param name="Reached">Cases that got to this step or beyond.</param>
/// <param name="Waiting">Cases that stand in it now.</param>
/// <param name="MedianDays">Spent in it, over cases that left it; a case that came back counts once, with all its days. Null where none left.</param>
/// <param name="SlowDays">Nine of ten cases needed no more.</param>
public sealed record FunnelStep(int Step, int Reached, int Waiting, double? MedianDays, double? SlowDays);

public static class CaseFigures {
    public const int Steps = 7;

    public static IReadOnlyList<FunnelStep> Funnel(IReadOnlyCollection<CaseTrack> cases) => [.. Enumerable.Range(1, Steps).Select(step => {
        var days = cases.Where(c => c.Step != step && c.History.Any(h => h.Step == step))
            .Select(c => (double)c.History.Where(h => h.Step == step).Sum(h => h.To.DayNumber - h.From.DayNumber)).Order().ToList();
        return new FunnelStep(step, cases.Count(c => c.Furthest >= step), cases.Count(c => c.Step == step), At(days, 0.5), At(days, 0.9));
    })];

    /// <summary>Days from the first step's beginning to the end of the last, of cases that are done; ordered.</summary>
    public static IReadOnlyList<int> LeadDays(IEnumerable<CaseTrack> cases) =>
        [.. cases.Where(c => c.Step > Steps && c.History.Count > 0).Select(c => c.Since.DayNumber - c.History.Min(h => h.From).DayNumber).Order()];

    /// <summary>The smallest value that this share of all does not exceed; null of nothing.</summary>
    /// <param name="ordered">Ascending.</param>
    public static double? At(IReadOnlyList<double> ordered, double share) => ordered.Count == 0 ? null : ordered[Math.Clamp((int)Math.Ceiling(share * ordered.Count) - 1, 0, ordered.Count - 1)];
}
