using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Moves every scope to another layout, all of them by one step before any takes the next. The stamp of the platform plane stands for the whole installation: it is widened before the first
/// tenant moves and narrowed after the last one, so that a start has one stamp to look at. Not an endpoint: whoever runs the host calls it.
/// </summary>
public static class MoveStores {
    /// <summary>For the start of a host that owns its stores: nothing but one look where nothing is to be done. Newer stores that it may read stay as they are.</summary>
    public static async IAsyncEnumerable<ScopeMove> AtStart(IStores stores, TenantDirectory directory, [EnumeratorCancellation] CancellationToken stop) {
        var newest = StoreSteps.Newest.Lowest;
        if ((await stores.Open(ScopeName.Platform).Rows.Layout(stop)).Lowest >= newest) yield break;
        await foreach (var move in Forward(newest, stores, directory, stop)) yield return move;
    }

    /// <summary>Tells of each scope and step; a scope that is there already is not told of.</summary>
    /// <exception cref="StoreLayoutException">This program does not know the layout, or not the one a scope is in.</exception>
    public static async IAsyncEnumerable<ScopeMove> Handle(int to, IStores stores, TenantDirectory directory, [EnumeratorCancellation] CancellationToken stop) {
        StoreSteps.At(to);
        await foreach (var move in Forward(to, stores, directory, stop)) yield return move;
        for (var version = StoreSteps.Newest.Highest; version >= to; version--)
            await foreach (var move in Pass(version, at => at.Highest > version, MoveLayout.Back, stores, directory, stop)) yield return move;
    }

    /// <summary>One tenant alone. The platform plane's stamp is wide afterwards: the next move of all closes it, as does the next start of a host that owns its stores.</summary>
    public static async Task<ScopeMove> One(TenantId tenant, int to, IStores stores, CancellationToken stop) {
        StoreSteps.At(to);
        return await Move(ScopeName.Of(tenant), to, MoveLayout.Handle, stores, stop);
    }

    private static async IAsyncEnumerable<ScopeMove> Forward(int to, IStores stores, TenantDirectory directory, [EnumeratorCancellation] CancellationToken stop) {
        for (var version = ScopeLayout.First.Highest + 1; version <= to; version++)
            await foreach (var move in Pass(version, at => at.Lowest < version, MoveLayout.Forward, stores, directory, stop)) yield return move;
    }

    private static async IAsyncEnumerable<ScopeMove> Pass(
        int to, Func<ScopeLayout, bool> concerns, Func<IScopeRows, int, CancellationToken, Task<int>> move, IStores stores, TenantDirectory directory, [EnumeratorCancellation] CancellationToken stop) {
        await foreach (var scope in directory.Scopes(stop).Where(scope => scope != ScopeName.Platform).Append(ScopeName.Platform).WithCancellation(stop))
            if (concerns(await stores.Open(scope).Rows.Layout(stop))) yield return await Move(scope, to, move, stores, stop);
    }

    private static async Task<ScopeMove> Move(ScopeName scope, int to, Func<IScopeRows, int, CancellationToken, Task<int>> move, IStores stores, CancellationToken stop) {
        var rows = stores.Open(scope).Rows;
        var was = await rows.Layout(stop);
        await MoveLayout.Widen(stores.Open(ScopeName.Platform).Rows, Math.Min(was.Lowest, to), Math.Max(was.Highest, to), stop);
        var changed = await move(rows, to, stop);
        return new(scope, was, await rows.Layout(stop), changed);
    }
}

/// <param name="Rows">How many were changed.</param>
public sealed record ScopeMove(ScopeName Scope, ScopeLayout Was, ScopeLayout Now, int Rows);
