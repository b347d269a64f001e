using ClaimsCloud.Domain.Checks.Rules.Care;
using ClaimsCloud.Domain.Checks.Rules.Evidence;
using ClaimsCloud.Domain.Checks.Rules.Form;
using ClaimsCloud.Domain.Checks.Rules.Insurance;
using ClaimsCloud.Domain.Checks.Rules.Master;
using ClaimsCloud.Domain.Checks.Rules.Submission;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks;

/// <summary>All rules, in the order of their codes. Every one has examples that a test runs.</summary>
public static class RuleCatalog {
    /// <summary>Of the rule pack: code, texts and data of the rules together. It changes with every one of them; a report names it.</summary>
    public const string Version = "2026-11-29.2";

    /// <summary>The version that a report names: of the rules, and of the imported fee tables they judge by, if there are any.</summary>
    public static string VersionWith(FeeSchedules schedules) {
        ArgumentNullException.ThrowIfNull(schedules);
        return schedules.Version is { } tables ? $"{Version} {tables}" : Version;
    }

    /// <summary>Codes that were once used and are not used again.</summary>
    public static IReadOnlyList<string> Retired { get; } = ["F07d"];

    internal static readonly FieldCheck[] FieldChecks = FormRules.Fields;

    internal static readonly RecordCheck[] RecordChecks = FormRules.Records;

    internal static readonly ClaimCheck[] ClaimChecks =
        [.. FormRules.Claims, .. InsuranceRules.Claims, .. MasterRules.Claims, .. EvidenceRules.Claims, .. SubmissionRules.Claims, .. CareRules.Claims];

    /// <summary>Those of <see cref="ClaimChecks"/> that are about certain fees, numbered.</summary>
    internal static readonly FeeCheck[] FeeChecks = Numbered([.. ClaimChecks.OfType<FeeCheck>()]);

    /// <summary>File checks remember what they saw: a new set for each run. The last one sums up what all the others left out.</summary>
    internal static FileCheck[] FileChecks() => [.. FormRules.Files(), .. MasterRules.Files(), .. SubmissionRules.Files(), new MissingData()];

    public static IReadOnlyList<Rule> All { get; } = [.. AllOf(FileChecks(), ClaimChecks).Select(c => c.Rule)];

    private static FeeCheck[] Numbered(FeeCheck[] checks) {
        if (Array.Exists(checks, c => c is LoneLineCheck && c.Rule.Needs != CheckNeeds.FeeSchedule)) throw new InvalidOperationException("a check of lone lines needs more than they and their fees");
        if (checks.Length > 128) throw new InvalidOperationException("more fee checks than a fee has bits for");
        for (var i = 0; i < checks.Length; i++) checks[i].Number = i;
        return checks;
    }

    /// <summary>Every check of a run in the order of the codes.</summary>
    internal static Check[] AllOf(IEnumerable<FileCheck> files, IEnumerable<ClaimCheck> claims) =>
        [.. files.Cast<Check>().Concat(RecordChecks).Concat(claims).Concat(FieldChecks).OrderBy(c => c.Rule.Code, StringComparer.Ordinal)];
}
