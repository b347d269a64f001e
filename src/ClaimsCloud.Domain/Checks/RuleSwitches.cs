namespace ClaimsCloud.Domain.Checks;

/// <summary>What a station wants to hear of a rule.</summary>
public enum RuleSwitch {
    /// <summary>Every finding.</summary>
    All,
    /// <summary>The first finding of each claim.</summary>
    First,
    /// <summary>Nothing; the coverage says that the station switched it off.</summary>
    Off,
}

/// <summary>The switches of one station, by rule code; a rule without one is on.</summary>
public sealed class RuleSwitches(IReadOnlyDictionary<string, RuleSwitch> switches) {
    public static RuleSwitches AllOn { get; } = new(new Dictionary<string, RuleSwitch>());

    public RuleSwitch Of(string code) => switches.GetValueOrDefault(code);
}
