using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims rules list [--json]</c>: the catalogue.</summary>
internal static class RulesList {
    public static Command Command() {
        var json = FileArgument.JsonOption();
        var command = new Command("list", "点検の一覧を出します。") { json };
        command.SetAction(parsed => {
            if (parsed.GetValue(json)) Json();
            else foreach (var rule in RuleCatalog.All) Console.WriteLine($"{rule.Code}　{rule.Severity.Japanese()}　{rule.Title}");
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static void Json() {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        foreach (var rule in RuleCatalog.All) {
            json.WriteStartObject();
            json.WriteString("code", rule.Code);
            json.WriteString("severity", rule.Severity.Name());
            json.WriteString("title", rule.Title);
            json.WriteString("explanation", rule.Explanation);
            json.WriteString("fix", rule.Fix);
            json.WriteString("source", rule.Source);
            json.WriteString("since", rule.Since);
            json.WriteString("until", rule.Until);
            json.WriteString("payerCode", rule.PayerCode);
            json.WriteStartArray("needs");
            foreach (var need in rule.Needs.Names()) json.WriteStringValue(need);
            json.WriteEndArray();
            json.WriteString("goodExample", rule.GoodExample);
            json.WriteString("badExample", rule.BadExample);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
