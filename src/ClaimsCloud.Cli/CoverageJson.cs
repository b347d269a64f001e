using System.Text.Json;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>What was checked of every claim. Most claims of a file share the same lists of rules: these are written once, as sets.</summary>
internal sealed class CoverageJson {
    private readonly List<CheckCoverage> _sets = [];
    private readonly List<(int Claim, int Set, IReadOnlyList<RuleNotRun> Partly)> _claims = [];

    public void Add(CheckedPart part) {
        if (part is not { Claim: { } claim, Coverage: { } coverage }) return;
        var set = _sets.FindIndex(s => ReferenceEquals(s.Run, coverage.Run));
        if (set < 0) {
            set = _sets.Count;
            _sets.Add(coverage);
        }
        _claims.Add((claim.Number, set, coverage.Partly));
    }

    public void Write(Utf8JsonWriter json, IReadOnlyList<RuleCoverage> rules) {
        json.WriteStartObject("coverage");
        json.WriteStartArray("rules");
        foreach (var rule in rules) Write(json, rule);
        json.WriteEndArray();
        json.WriteStartArray("sets");
        foreach (var set in _sets) {
            json.WriteStartObject();
            json.WriteStartArray("run");
            foreach (var code in set.Run) json.WriteStringValue(code);
            json.WriteEndArray();
            Write(json, "notRun", set.NotRun);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var (claim, set, partly) in _claims) {
            json.WriteStartObject();
            json.WriteNumber("claim", claim);
            json.WriteNumber("set", set);
            Write(json, "partly", partly);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleCoverage rule) {
        json.WriteStartObject();
        json.WriteString("code", rule.Code);
        json.WriteNumber("claims", rule.Claims);
        json.WriteNumber("notRun", rule.NotRun);
        json.WriteNumber("partly", rule.Partly);
        json.WriteStartArray("reasons");
        foreach (var (reason, claims) in rule.Reasons) {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteNumber("claims", claims);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<RuleNotRun> rules) {
        json.WriteStartArray(name);
        foreach (var rule in rules) {
            json.WriteStartObject();
            json.WriteString("code", rule.Code);
            json.WriteString("reason", rule.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
