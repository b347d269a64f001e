namespace ClaimsCloud.Domain.Checks;

/// <summary>A rule that said nothing about a claim, and why.</summary>
/// <param name="Reason">Japanese.</param>
public sealed record RuleNotRun(string Code, string Reason);

/// <summary>Which rules looked at a claim. A rule that is in none of the lists does not hold for the service month.</summary>
/// <param name="Run">Codes of the rules that looked at all of it.</param>
/// <param name="NotRun">Rules that did not look: what they need is not there, or the station has switched them off.</param>
/// <param name="Partly">Rules of <paramref name="Run"/> that had to leave something out.</param>
public sealed record CheckCoverage(IReadOnlyList<string> Run, IReadOnlyList<RuleNotRun> NotRun, IReadOnlyList<RuleNotRun> Partly);

/// <summary>How many claims of a file a rule looked at.</summary>
/// <param name="Reasons">Why it did not look at others or not at all of them, each reason with its number of claims.</param>
public sealed record RuleCoverage(string Code, int Claims, int NotRun, int Partly, IReadOnlyList<(string Reason, int Claims)> Reasons);
