using System.Text.RegularExpressions;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Which list a status file of オンライン請求 is.</summary>
public enum ReturnFileKind {
    /// <summary>受付・事務点検ASP結果リスト (<c>hasp</c>, <c>uasp</c>).</summary>
    AcceptanceList,
    /// <summary>請求確定状況 (<c>fixf</c>).</summary>
    ConfirmationList,
}

/// <summary>
/// What the name of a status file says: <c>RI</c> + kind + payer (1 支払基金, 2 国保連) + prefecture (2) + 点数表 (6 for 訪問看護) + station code (7) + time of
/// making (14). The order is documented for 医科 by two third-party importers and assumed for 訪問看護; the first two letters are not certain, so any
/// two are taken.
/// </summary>
/// <param name="MadeAt"><c>yyyyMMddHHmmss</c>, Japanese time; null when the name ends otherwise.</param>
public sealed partial record ReturnFileName(ReturnFileKind Kind, string Payer, string Prefecture, string StationCode, string? MadeAt) {
    /// <summary>Null when the name is not that of a status list. A browser's <c> (1)</c> before the extension is tolerated.</summary>
    public static ReturnFileName? Parse(string fileName) {
        if (Pattern().Match(fileName) is not { Success: true } match) return null;
        var kind = match.Groups["kind"].Value.Equals("fixf", StringComparison.OrdinalIgnoreCase) ? ReturnFileKind.ConfirmationList : ReturnFileKind.AcceptanceList;
        var made = match.Groups["made"];
        return new(kind, match.Groups["payer"].Value, match.Groups["prefecture"].Value, match.Groups["station"].Value, made.Success ? made.Value : null);
    }

    [GeneratedRegex("""^[A-Z]{2}(?<kind>hasp|uasp|fixf)(?<payer>[12])(?<prefecture>[0-9]{2})6(?<station>[0-9]{7})(?:(?<made>[0-9]{14})|[0-9]{0,13})(?: ?\([0-9]{1,3}\))?\.csv$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
