namespace ClaimsCloud.Domain.Eligibility.Asking;

/// <summary>A time in which the server or the terminal is not asked, Japanese time; the end is no longer part of it.</summary>
public sealed record MaintenanceWindow(DateTime From, DateTime To) {
    public bool Contains(DateTime at) => From <= at && at < To;
}

/// <summary>When a station asks. The official limits of frequency and the hours of service are unknown: these are our own, on the quiet side.</summary>
public sealed record AskingRules {
    /// <summary>Day of the month, 2–10, on which the station means to seal its claims; the day before, everybody is asked once more.</summary>
    public int SealingDay { get; init; } = 8;

    /// <summary>The same person is not asked again within this time, whatever the answer was (該当なし is asked again the next day).</summary>
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromHours(20);

    /// <summary>Pause between two requests of a station.</summary>
    public TimeSpan BetweenRequests { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Up to so many new people are asked one by one, because only that answer tells the limit class; more come in bulk.</summary>
    public int SinglyUpTo { get; init; } = 20;

    /// <summary>Days that are pulled again with each pull of consents: one may be registered late.</summary>
    public int ConsentOverlapDays { get; init; } = 2;

    public IReadOnlyList<MaintenanceWindow> Maintenance { get; init; } = [];
}
