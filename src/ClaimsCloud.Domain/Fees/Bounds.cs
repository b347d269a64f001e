using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>A range of whole numbers, both ends within. In data files <c>3-9</c>, or <c>10-</c> without an upper end.</summary>
public sealed record Bounds(int From, int To) {
    public static readonly Bounds Any = new(int.MinValue, int.MaxValue);

    public bool Contains(int value) => value >= From && value <= To;

    public bool Overlaps(Bounds other) => From <= other.To && other.From <= To;

    internal static Bounds? Read(DataRow row, string column) {
        var text = row[column];
        if (text.Length == 0) return null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return new(int.Parse(text.AsSpan(0, dash)), dash == text.Length - 1 ? int.MaxValue : int.Parse(text.AsSpan(dash + 1)));
    }

    public override string ToString() => To == int.MaxValue ? $"{From}-" : $"{From}-{To}";
}
