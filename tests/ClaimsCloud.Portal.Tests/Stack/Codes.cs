using System.Text.RegularExpressions;

namespace ClaimsCloud.Portal.Tests.Stack;

internal static partial class Codes {
    /// <summary>A new enrolment code, read from the page as a person reads it.</summary>
    public static async Task<string> New(StackStation station) {
        using var visitor = await station.Visit();
        using var answer = await visitor.Post("/connectors/codes");
        return Code().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
