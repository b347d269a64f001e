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
/// carriage return, ␀ a NUL byte, ␚ the byte 1A; <c>[UTF-8]</c> at the start: saved in UTF-8.
/// </param>
/// <param name="BadExample">The same, but the rule fires.</param>
public sealed record Rule(string Code, Severity Severity, string Title, string Explanation, string Fix, string Source, string Since,
    string GoodExample, string BadExample);
