namespace ClaimsCloud.Testing;

/// <summary>A clock that stands still until a test moves it; timers fire inside <see cref="Advance"/>, in order of their due time.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider {
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = start.ToUniversalTime();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock forward, stopping at every timer on the way.</summary>
    public void Advance(TimeSpan by) {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (Next(end) is { } alarm) alarm.Ring();
        lock (gate) if (now < end) now = end;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? Next(DateTimeOffset end) {
        lock (gate) {
            var next = alarms.Where(a => a.Due <= end).MinBy(a => a.Due);
            if (next is null) return null;
            if (next.Due > now) now = next.Due;
            if (next.Period > TimeSpan.Zero) next.Due = now + next.Period;
            else alarms.Remove(next);
            return next;
        }
    }

    private sealed class Alarm(ManualTime clock, Action ring) : ITimer {
        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) {
            lock (clock.gate) {
                clock.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                (Due, Period) = (clock.now + dueTime, period);
                clock.alarms.Add(this);
            }
            // A timer that is due at once must not wait for somebody to move the clock.
            if (dueTime == TimeSpan.Zero) clock.Advance(TimeSpan.Zero);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync() {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
