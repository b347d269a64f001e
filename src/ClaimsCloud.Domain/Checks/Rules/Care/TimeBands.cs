namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>Time of day as the add-ons tell it apart.</summary>
internal enum TimeBand {
    Day,
    /// <summary>夜間 18–22, 早朝 6–8.</summary>
    Night,
    /// <summary>深夜 22–6.</summary>
    LateNight,
}

internal static class TimeBands {
    public static TimeBand Of(TimeOnly start) => start.Hour switch { >= 22 or < 6 => TimeBand.LateNight, < 8 or >= 18 => TimeBand.Night, _ => TimeBand.Day };
}
