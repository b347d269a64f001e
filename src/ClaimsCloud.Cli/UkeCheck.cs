using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Cli;

/// <summary><c>claims uke check FILE [--store DIR] [--json] [--coverage]</c>: all findings in file order, and what was checked. The JSON is described in this project's README.</summary>
internal static class UkeCheck {
    public static Command Command() {
        var file = FileArgument.Create();
        var json = FileArgument.JsonOption();
        var coverage = new Option<bool>("--coverage") { Description = "点検した範囲（点検していない決まりとその理由）も出します。" };
        var store = StoreFolder.Option();
        var command = new Command("check", "請求ファイルを点検します。") { file, store, json, coverage };
        command.SetAction(parsed => StoreFolder.Schedules(parsed.GetValue(store)) is not { } schedules ? (int)ExitCode.Unusable : (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => {
            var check = new ClaimFileCheck(stream, new() { Context = new() { Schedules = schedules } });
            var version = RuleCatalog.VersionWith(schedules);
            return (parsed.GetValue(json), parsed.GetValue(coverage)) switch {
                (true, true) => JsonWithCoverage(check, version),
                (true, false) => Json(check),
                (false, var all) => Text(check, version, all ? WriteReasons : (_, _) => { }),
            };
        }));
        return command;
    }

    private static ExitCode Json(ClaimFileCheck check) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        var code = Run(check, part => {
            foreach (var finding in part.Findings) FindingOutput.Write(json, finding);
            json.Flush();
        });
        json.WriteEndArray();
        return code;
    }

    private static ExitCode JsonWithCoverage(ClaimFileCheck check, string version) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        var coverage = new CoverageJson();
        json.WriteStartObject();
        json.WriteString("version", version);
        json.WriteStartArray("findings");
        var code = Run(check, part => {
            foreach (var finding in part.Findings) FindingOutput.Write(json, finding);
            coverage.Add(part);
            json.Flush();
        });
        json.WriteEndArray();
        coverage.Write(json, check.Coverage);
        json.WriteEndObject();
        return code;
    }

    private static ExitCode Text(ClaimFileCheck check, string version, Action<TextWriter, ClaimFileCheck> more) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var counts = new int[Enum.GetValues<Severity>().Length];
        var code = Run(check, part => {
            foreach (var finding in part.Findings) {
                counts[(int)finding.Severity]++;
                FindingOutput.Write(output, finding);
            }
        });
        more(output, check);
        output.WriteLine(string.Join("　", Enum.GetValues<Severity>().Select(s => $"{s.Japanese()} {counts[(int)s]:N0}件")));
        var rules = check.Coverage;
        output.WriteLine($"点検 {version}版　すべて点検 {rules.Count(r => r is { NotRun: 0, Partly: 0 })}　一部だけ点検 {rules.Count(r => r.Claims > 0 && (r.NotRun > 0 || r.Partly > 0))}　点検していない {rules.Count(r => r.Claims == 0)}");
        return code;
    }

    private static void WriteReasons(TextWriter output, ClaimFileCheck check) {
        var titles = RuleCatalog.All.ToDictionary(r => r.Code, r => r.Title);
        output.WriteLine("点検していないもの");
        foreach (var rule in check.Coverage)
            foreach (var (reason, claims) in rule.Reasons) output.WriteLine($"    {rule.Code} {titles.GetValueOrDefault(rule.Code)}　{claims:N0}件　{reason}");
    }

    private static ExitCode Run(ClaimFileCheck check, Action<CheckedPart> report) {
        var errors = false;
        foreach (var part in check.Run()) {
            foreach (var finding in part.Findings) errors |= finding.IsError;
            report(part);
        }
        if (!check.Totals.Readable) return ExitCode.Unusable;
        return errors ? ExitCode.Findings : ExitCode.Clean;
    }
}
