using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Testing;

/// <summary>Ids that come out the same in every run.</summary>
public sealed class SeededIds(int seed) : IdSource {
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    protected override void Fill(Span<byte> bytes) {
        lock (gate) random.NextBytes(bytes);
    }
}
