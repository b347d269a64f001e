namespace ClaimsCloud.Domain.Checks;

/// <summary>How a check runs. The same file, setup and <see cref="RuleCatalog.Version"/> give the same findings.</summary>
public sealed record CheckSetup {
    public static CheckSetup Plain { get; } = new();

    public CheckContext Context { get; init; } = CheckContext.FileAlone;
    public RuleSwitches Switches { get; init; } = RuleSwitches.AllOn;

    /// <summary>Rules of the station's own.</summary>
    public IReadOnlyList<OwnRule> OwnRules { get; init; } = [];

    public FindingOverrides Overrides { get; init; } = FindingOverrides.None;
}
