using System.Text.RegularExpressions;
using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Routing.Template;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>
/// What the entries of the endpoint table are called under the Functions host. The host forwards the HTTP calls of outsiders to the same port on which it calls
/// triggers: no route of the table may ever match the path of a trigger.
/// </summary>
internal static partial class FunctionNames {
    public const string Sweep = "SweepOutboxes";
    public const string Health = "health";

    /// <summary>First parts of a path that belong to the host itself.</summary>
    private static readonly string[] Reserved = ["admin", "runtime"];

    public static string ForQueue(string queue) => "Deliver" + char.ToUpperInvariant(queue[0]) + queue[1..];

    /// <summary><c>claim-files/{fileId}/findings.csv</c> is <c>claim-files-fileId-findings_csv</c>; several methods of a route are one function.</summary>
    public static string ForRoute(string route) => route.Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('.', '_');

    public static IEnumerable<string> Queues(EndpointTable table) => table.Messages.Select(m => m.Queue).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Triggers(EndpointTable table) => [.. table.Timers.Select(t => t.Name), .. Queues(table).Select(ForQueue), Sweep];

    public static IEnumerable<string> Routes(EndpointTable table) => table.Http.Select(h => h.Route).Append(Health).Distinct(StringComparer.Ordinal);

    /// <summary>Throws what is wrong with a table that could not be run under the host, or not safely.</summary>
    public static void Check(EndpointTable table) {
        var triggers = Triggers(table).ToList();
        foreach (var route in Routes(table)) {
            var template = TemplateParser.Parse(route);
            if (template.Parameters.Any(p => p.IsCatchAll)) throw new InvalidOperationException($"Route '{route}' takes every path: an outsider could reach the triggers through it.");
            if (Reserved.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase)) throw new InvalidOperationException($"Route '{route}' belongs to the Functions host.");
            var matcher = new TemplateMatcher(template, []);
            if (triggers.Find(trigger => matcher.TryMatch($"/{trigger}", [])) is { } reached) throw new InvalidOperationException($"Route '{route}' is also the path of the trigger {reached}.");
        }
        var names = Routes(table).Select(ForRoute).Concat(triggers).ToList();
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(n => n.Count() > 1) is { } twice) throw new InvalidOperationException($"Two functions are called '{twice.Key}'.");
        if (names.Find(name => !Name().IsMatch(name) || name.Equals("host", StringComparison.OrdinalIgnoreCase)) is { } bad) throw new InvalidOperationException($"'{bad}' cannot be the name of a function.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,126}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
