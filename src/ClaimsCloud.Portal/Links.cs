using System.Globalization;
using ClaimsCloud.Portal.Api;

namespace ClaimsCloud.Portal;

/// <summary>The address of each page, in one place.</summary>
internal static class Links {
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string Files = "/files";
    public const string NewFile = "/files/new";
    public const string Returned = "/returned";
    public const string Connectors = "/connectors";
    public const string NewCode = "/connectors/codes";
    public const string Rules = "/rules";
    public const string Desk = "/desk";

    public static string FilesAfter(string? search, string? after) => Paths.Query(Files, ("search", search), ("after", after));

    public static string File(string fileId) => $"/files/{Uri.EscapeDataString(fileId)}";

    public static string Findings(string fileId, string? severity = null, string? search = null, int page = 1) =>
        Paths.Query(File(fileId) + "/findings", ("severity", severity), ("search", search), ("page", PageNumber(page)));

    public static string Claims(string fileId, string? search = null, int page = 1) => Paths.Query(File(fileId) + "/claims", ("search", search), ("page", PageNumber(page)));

    public static string Claim(string fileId, int number) => $"{File(fileId)}/claims/{number.ToString(CultureInfo.InvariantCulture)}";

    public static string Original(string fileId) => File(fileId) + "/original";

    public static string Seal(string fileId) => File(fileId) + "/seal";

    public static string ReturnedAfter(string? after) => Paths.Query(Returned, ("after", after));

    public static string CodeStatus(int known, DateTimeOffset expires) =>
        Paths.Query(NewCode + "/status", ("known", known.ToString(CultureInfo.InvariantCulture)), ("until", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    public static string Rule(string code) => $"/rules/{Uri.EscapeDataString(code)}";

    public static string RulesWith(string? search) => Paths.Query(Rules, ("search", search));

    public static string DeskPage(string? search, int page) => Paths.Query(Desk, ("search", search), ("page", PageNumber(page)));

    private static string? PageNumber(int page) => page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
