namespace ClaimsCloud.Testing;

/// <summary>A clock that runs like the machine's but stands at another date, and can be moved on: browser, connector and hosts work in real time in a month that the test chose.</summary>
public sealed class ShiftedTime(DateTimeOffset start) : TimeProvider {
    private readonly long started = System.GetTimestamp();
    private long movedTicks;

    public override DateTimeOffset GetUtcNow() => (start + System.GetElapsedTime(started) + TimeSpan.FromTicks(Interlocked.Read(ref movedTicks))).ToUniversalTime();

    public void Advance(TimeSpan by) => Interlocked.Add(ref movedTicks, by.Ticks);
}
