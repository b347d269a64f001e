using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// From one layout of the rows to the next, and back. Both ways look at one row only and give a row that already is there back as it is: a move that was broken off is simply done again.
/// </summary>
/// <param name="Version">The layout it leads to.</param>
/// <param name="ReadableFrom">The oldest program, by its layout, that can live with rows of this one. It never falls from one step to the next.</param>
/// <param name="What">What is different, for whoever reads this list.</param>
public sealed record StoreStep(int Version, int ReadableFrom, string What, Func<ScopeRow, ScopeRow> Forward, Func<ScopeRow, ScopeRow> Back);

/// <summary>
/// Every layout that rows have had. A program knows those up to the last one here, writes that one, and reads it and the one before (decisions/024). A step that is in the field is never
/// changed. What a step does to tables stands with their store, under the same number.
/// </summary>
public static class StoreSteps {
    public static IReadOnlyList<StoreStep> All { get; } = [
        new(2, ReadableFrom: 2, "index entries name no patient; answers of オンライン資格確認 are found by the time they came", NamelessEntries.Forward, NamelessEntries.Back),
        // An older program finds a field that it does not know, and leaves it alone. Messages of before have no trace, and nobody can say what it was.
        new(3, ReadableFrom: 2, "messages carry the trace of the call that wrote them", row => row, row => row is MessageRow message ? message with { Trace = null } : row),
    ];

    public static ScopeLayout Newest { get; } = At(All[^1].Version);

    /// <summary>A scope at rest in this layout.</summary>
    public static ScopeLayout At(int version) => version == ScopeLayout.First.Highest ? ScopeLayout.First : new(version, version, Step(version).ReadableFrom);

    /// <summary>A row of any layout as a row of the newest.</summary>
    public static ScopeRow Forward(ScopeRow row) => All.Aggregate(row, (was, step) => step.Forward(was));

    /// <exception cref="StoreLayoutException">A newer program made it.</exception>
    internal static StoreStep Step(int version) => All.FirstOrDefault(step => step.Version == version)
        ?? throw new StoreLayoutException($"Layout {version} is none that this program knows: it knows {ScopeLayout.First.Highest} to {All[^1].Version}. Only a program that knows it moves from it and to it.");

    /// <summary>Before rows go into stores of this program: under its stamp there may be none of a newer layout, not even such as it could read.</summary>
    /// <param name="what">As the beginning of a sentence.</param>
    /// <exception cref="StoreLayoutException">A newer program wrote some.</exception>
    internal static void Known(string what, ScopeLayout found) {
        if (found.Highest > Newest.Highest) throw new StoreLayoutException($"{what} has {found}, and this program knows layouts up to {Newest.Highest}: a newer one can bring it into other stores.");
    }

    /// <summary>The stamp of a scope that this program opens. Where it is older than the rows and may read them, it writes rows of its own layout, and the stamp has to say so.</summary>
    /// <param name="what">As the beginning of a sentence.</param>
    /// <exception cref="StoreLayoutException">This program cannot read it.</exception>
    public static ScopeLayout Entered(string what, ScopeLayout found) {
        var mine = Newest.Highest;
        if (found.ReadableFrom > mine)
            throw new StoreLayoutException($"{what} has {found}, and this program knows layouts up to {mine}. Start the newer program, or let that one move it back ('layout --To {mine}').");
        return found.Lowest > mine ? found with { Lowest = mine } : found;
    }
}
