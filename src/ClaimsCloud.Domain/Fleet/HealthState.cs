namespace ClaimsCloud.Domain.Fleet;

/// <summary>How a station's connection does, in the order in which the desk looks at it.</summary>
public enum HealthState {
    /// <summary>Not heard although its PC is usually on, or nobody knows its hours yet.</summary>
    Silent,
    /// <summary>Heard, and something is wrong at the site.</summary>
    Troubled,
    /// <summary>No connector was ever heard.</summary>
    NotConnected,
    /// <summary>Not heard at an hour in which its PC is usually off.</summary>
    Off,
    Healthy,
}

/// <summary>What decides on the state. Times are in Japan.</summary>
/// <param name="LastSeen">Of the connector that was heard last; null before the first time.</param>
/// <param name="OnHours">Seven numbers, Sunday first, bit n for the hour from n o'clock; null while they are not learned.</param>
/// <param name="Alarms">Codes.</param>
public sealed record StationSigns(DateTime? LastSeen, IReadOnlyList<int>? OnHours, IReadOnlyCollection<string> Alarms) {
    /// <summary>A connector calls about once a minute; after this it counts as silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    public HealthState StateAt(DateTime now) => LastSeen is not { } seen ? HealthState.NotConnected
        : now - seen > Silence ? IsUsuallyOn(now) == false ? HealthState.Off : HealthState.Silent
        : Alarms.Count > 0 ? HealthState.Troubled : HealthState.Healthy;

    /// <summary>Null while nobody knows.</summary>
    public bool? IsUsuallyOn(DateTime at) => OnHours is null ? null : (OnHours[(int)at.DayOfWeek] & 1 << at.Hour) != 0;

    /// <summary>
    /// Since when its silence is news: the later of the last word with <see cref="Silence"/> added and the beginning of the stretch of usual hours that lasts until now. Null while there is none.
    /// </summary>
    public DateTime? SilentSince(DateTime now) {
        if (StateAt(now) != HealthState.Silent) return null;
        var since = LastSeen!.Value + Silence;
        if (OnHours is null) return since;
        var on = now.Date.AddHours(now.Hour);
        while (on > since && IsUsuallyOn(on.AddHours(-1)) == true) on = on.AddHours(-1);
        return on > since ? on : since;
    }
}
