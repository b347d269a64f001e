namespace ClaimsCloud.Contracts;

// What a station wants of the checks: rules switched off, rules of its own, findings that a person took on herself; and what a check of a file covered.

public static class CheckRoutes {
    /// <summary>GET: a <see cref="CheckSettingsDetail"/>; so is the answer of every change below. A file that was checked before is checked anew by <see cref="Recheck"/> only.</summary>
    public const string Settings = "check-settings";
    /// <summary>POST a <see cref="RuleSwitchRow"/>.</summary>
    public const string Switches = "check-settings/switches";
    /// <summary>POST an <see cref="OwnRuleRow"/>: new, or in place of the one with its code; a <see cref="OwnRuleProblems"/> (422) when it cannot run.</summary>
    public const string OwnRules = "check-settings/own-rules";
    /// <summary>POST without a body.</summary>
    public const string OwnRuleDeletion = "check-settings/own-rules/{code}/deletion";
    /// <summary>GET: an array of <see cref="CheckFieldRow"/>, what a rule of one's own can compare.</summary>
    public const string Fields = "check-settings/fields";
    /// <summary>POST an <see cref="OverrideRequest"/>.</summary>
    public const string Overrides = "check-settings/overrides";
    /// <summary>POST an <see cref="OverrideRow"/>, of which code and chart number count.</summary>
    public const string OverrideDeletion = "check-settings/override-deletion";
    /// <summary>POST without a body: checks the file anew, by the settings of now; a <see cref="ClaimFileDetail"/>. Not once it is sealed.</summary>
    public const string Recheck = "claim-files/{fileId}/check";
    /// <summary>GET with <c>?search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="RuleCoverageRow"/>.</summary>
    public const string Coverage = "claim-files/{fileId}/coverage";
    /// <summary>GET: all findings as CSV (UTF-8 with mark, CR LF) for a spreadsheet.</summary>
    public const string FindingsCsv = "claim-files/{fileId}/findings.csv";
}

/// <param name="Switches">Rules that are not <c>all</c>.</param>
public sealed record CheckSettingsDetail(IReadOnlyList<RuleSwitchRow> Switches, IReadOnlyList<OwnRuleRow> OwnRules, IReadOnlyList<OverrideRow> Overrides);

/// <param name="Switch"><c>all</c> (every finding), <c>first</c> (the first of each claim) or <c>off</c>.</param>
public sealed record RuleSwitchRow(string Code, string Switch);

/// <param name="Code">Z and two digits.</param>
/// <param name="Severity"><c>likely-return</c>, <c>query</c> or <c>hint</c>.</param>
/// <param name="Record">Record id.</param>
/// <param name="Conditions">It fires where all hold.</param>
public sealed record OwnRuleRow(string Code, string Severity, string Title, string Fix, string Record, IReadOnlyList<OwnConditionRow> Conditions);

/// <param name="Field">As <see cref="CheckFieldRow.Field"/>.</param>
/// <param name="Comparison"><c>is</c>, <c>isNot</c>, <c>isEmpty</c>, <c>isFilled</c>, <c>isLess</c>, <c>isGreater</c> or <c>startsWith</c>.</param>
public sealed record OwnConditionRow(string Record, string Field, string Comparison, string Value);

/// <param name="Problems">Japanese.</param>
public sealed record OwnRuleProblems(IReadOnlyList<string> Problems);

/// <param name="Title">Official names of record and field.</param>
public sealed record CheckFieldRow(string Record, string Field, string Title);

/// <param name="Claim">Number of the claim in the file whose patient it is for.</param>
/// <param name="Why">Japanese, 1–200 characters.</param>
/// <param name="Until">Last service month, YYYYMM.</param>
public sealed record OverrideRequest(string FileId, int Claim, string Code, string Why, string Until);

/// <param name="ChartNumber">訪問看護記録番号等 of the claims that it is for.</param>
/// <param name="Who">Id of the person.</param>
public sealed record OverrideRow(string Code, string ChartNumber, string PatientName, string Who, string Why, string Until, DateTimeOffset At);

/// <summary>How many claims of a file a rule looked at.</summary>
/// <param name="NotRun">Claims that it did not look at.</param>
/// <param name="Partly">Claims in which it had to leave something out.</param>
/// <param name="Reasons">Why it did not look, Japanese, most claims first.</param>
public sealed record RuleCoverageRow(string Code, string Title, int Claims, int NotRun, int Partly, IReadOnlyList<string> Reasons);
