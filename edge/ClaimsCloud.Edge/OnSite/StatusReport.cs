namespace ClaimsCloud.Edge.OnSite;

/// <summary>How the connector stands, for the person at the PC and for the desk.</summary>
/// <param name="WhyNot">Why it may not act; null when it may.</param>
internal sealed record StatusReport(string StationName, string Version, DateTimeOffset Now, DateTimeOffset? LastHeard, string? WhyNot, IReadOnlyList<string> Alarms,
    IReadOnlyList<Job> Jobs, IReadOnlyList<CollectedFile> Files, int Reports, string TerminalOut, string TerminalIn, IReadOnlyList<string> Kit) {
    /// <summary>Folders that a virus scanner should leave alone: what we write there is whole or gone a moment later.</summary>
    public required IReadOnlyList<string> ToExclude { get; init; }

    /// <summary>Import folder of the software that sends 介護 claims; null without one.</summary>
    public string? CareOut { get; init; }

    /// <summary>How often somebody else held a file that we wanted.</summary>
    public required long Locks { get; init; }
}
