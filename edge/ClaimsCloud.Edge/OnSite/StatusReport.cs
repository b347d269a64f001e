namespace ClaimsCloud.Edge.OnSite;

/// <summary>How the connector stands, for the person at the PC and for the desk.</summary>
/// <param name="WhyNot">Why it may not act; null when it may.</param>
internal sealed record StatusReport(string StationName, string Version, DateTimeOffset Now, DateTimeOffset? LastHeard, string? WhyNot, IReadOnlyList<string> Alarms,
    IReadOnlyList<Job> Jobs, IReadOnlyList<CollectedFile> Files, int Reports, string TerminalOut, string TerminalIn, IReadOnlyList<string> Kit);
