namespace ClaimsCloud.Application.Shared;

/// <summary>
/// In which layouts the rows of a scope may be: in one at rest, in several while it moves or when a move was broken off. A scope without a stamp is in the <see cref="First"/>. See decisions/024.
/// </summary>
/// <param name="Lowest">No row is of an older layout.</param>
/// <param name="Highest">No row is of a newer one; where a store has tables, they are of this layout.</param>
/// <param name="ReadableFrom">The oldest program, by its own layout, that can read all rows.</param>
public sealed record ScopeLayout(int Lowest, int Highest, int ReadableFrom) {
    public static readonly ScopeLayout First = new(1, 1, 1);

    public override string ToString() => $"layout {(Lowest == Highest ? $"{Highest}" : $"{Lowest} to {Highest}")} readable from {ReadableFrom}";
}

/// <summary>The store is of a newer program. It is not read: what an older program makes of rows that it does not know would be wrong without a word.</summary>
public sealed class StoreLayoutException(string message) : Exception(message);
