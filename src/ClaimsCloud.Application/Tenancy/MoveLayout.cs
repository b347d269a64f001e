using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Moves the rows of one scope to another layout, a step at a time, while others read and write them. In both directions the stamp is widened before the first row changes and narrowed
/// after the last one: at any moment every row is of a layout between the two that the stamp names, and whoever dies on the way is followed by somebody who does the step again. Not an
/// endpoint: whoever runs the host calls it.
/// </summary>
public static class MoveLayout {
    private const int RowsAtATime = 100;

    /// <returns>How many rows were changed.</returns>
    /// <exception cref="StoreLayoutException">This program does not know the layout, or not the one the scope is in.</exception>
    public static async Task<int> Handle(IScopeRows rows, int to, CancellationToken stop) => await Forward(rows, to, stop) + await Back(rows, to, stop);

    /// <summary>Until no row is of an older layout.</summary>
    public static async Task<int> Forward(IScopeRows rows, int to, CancellationToken stop) {
        var changed = 0;
        while (await rows.Layout(stop) is var at && at.Lowest < to) {
            var step = StoreSteps.Step(at.Lowest + 1);
            var wide = await Widen(rows, at.Lowest, step.Version, stop);
            changed += await Change(rows, step.Forward, stop);
            await rows.SetLayout(wide with { Lowest = step.Version }, stop);
        }
        return changed;
    }

    /// <summary>Until no row is of a newer layout. Who still writes newer ones meanwhile undoes it.</summary>
    public static async Task<int> Back(IScopeRows rows, int to, CancellationToken stop) {
        var (changed, goal) = (0, StoreSteps.At(to));
        while (await rows.Layout(stop) is var at && at.Highest > goal.Highest) {
            var step = StoreSteps.Step(at.Highest);
            var wide = await Widen(rows, step.Version - 1, step.Version, stop);
            changed += await Change(rows, step.Back, stop);
            await rows.SetLayout(StoreSteps.At(step.Version - 1) with { Lowest = wide.Lowest }, stop);
        }
        return changed;
    }

    /// <summary>Says that rows between these two layouts may be there from now on, besides those that may be there already.</summary>
    internal static async Task<ScopeLayout> Widen(IScopeRows rows, int lowest, int highest, CancellationToken stop) {
        var at = await rows.Layout(stop);
        var wide = at with { Lowest = Math.Min(at.Lowest, lowest) };
        if (highest > at.Highest) wide = StoreSteps.At(highest) with { Lowest = wide.Lowest };
        if (wide != at) await rows.SetLayout(wide, stop);
        return wide;
    }

    private static async Task<int> Change(IScopeRows rows, Func<ScopeRow, ScopeRow> step, CancellationToken stop) {
        for (var changed = 0; ;) {
            var missed = 0;
            await foreach (var changes in rows.Read(stop).Select(row => new ScopeRowChange(row, step(row))).Where(change => !change.IsNone).Chunk(RowsAtATime).WithCancellation(stop)) {
                var done = await rows.Replace(changes, stop);
                (changed, missed) = (changed + done, missed + changes.Length - done);
            }
            // Somebody wrote what was just read. That one is read again; what was changed already is found as it should be.
            if (missed == 0) return changed;
        }
    }
}
