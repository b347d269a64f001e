using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>A page of the rule catalogue. Texts are Japanese.</summary>
/// <param name="Code">Rule id, never reused: section letter and number of the check list, small letter for its part.</param>
/// <param name="Title">What is wrong when it fires, in a few words.</param>
/// <param name="Explanation">What the rule asks and why.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Source">Document, edition and page.</param>
/// <param name="Since">First service month, YYYY-MM.</param>
/// <param name="GoodExample">
/// A line that passes; it stands for the line of the same record in a valid file. An example that begins with HM is a whole file. ␊ is a line feed without
/// carriage return, ␀ a NUL byte, ␚ the byte 1A; <c>[UTF-8]</c> at the start: saved in UTF-8. A line that begins with # states what is known beside the
/// file (<see cref="Needs"/>), as in <c>#届出 1605 20240601</c>.
/// </param>
/// <param name="BadExample">The same, but the rule fires.</param>
public sealed record Rule(string Code, Severity Severity, string Title, string Explanation, string Fix, string Source, string Since,
    string GoodExample, string BadExample) {
    /// <summary>The payer's own code for it (受付・事務点検ASP, four digits), or null where none is known. A returned claim shows it with L before it.</summary>
    public string? PayerCode { get; init; }

    /// <summary>Last service month, YYYY-MM; null while it is in force.</summary>
    public string? Until { get; init; }

    /// <summary>What must be known beside the claim file. Where it is not, the rule is not checked.</summary>
    public CheckNeeds Needs { get; init; }

    internal bool HoldsIn(ServiceMonth month) => month >= MonthOf(Since) && (Until is null || month <= MonthOf(Until));

    internal IEnumerable<ServiceMonth> Boundaries => Until is null ? [MonthOf(Since)] : [MonthOf(Since), MonthOf(Until).Plus(1)];

    private static ServiceMonth MonthOf(string month) => ServiceMonth.Of(int.Parse(month.AsSpan(0, 4)), int.Parse(month.AsSpan(5, 2)));
}
