using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Cli;

/// <summary>What an import did with the master.</summary>
internal enum ImportOutcome {
    /// <summary>It has an error; nothing was kept.</summary>
    Refused,
    /// <summary>No store was named.</summary>
    Shown,
    Kept,
}

/// <summary>The report of an import, for people and for programs.</summary>
/// <param name="Schedule">Null when refused; the difference then is, too.</param>
internal sealed record ImportReport(FeeSchedule? Schedule, FeeSchedule? Before, ScheduleDiff? Diff, IReadOnlyList<Finding> Findings, ImportOutcome Outcome) {
    /// <summary>People read the first lines; JSON has all.</summary>
    private const int LinesShown = 50;

    public static void Text(ImportReport report) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        List(output, "点検結果", [.. report.Findings.Select(f => $"{f.Code} {(f.Verdict == Verdict.Fail ? f.Severity.Japanese() : f.Verdict.Japanese())}　{f.Message}　直し方: {f.Fix}")]);
        if (report is { Schedule: { } schedule, Before: { } before, Diff: { } diff }) {
            output.WriteLine($"{schedule.Release}版（{schedule.Fees.Count:N0}コード）を、今の{before.Release}版（{before.Fees.Count:N0}コード）と比べました。");
            List(output, "追加", [.. diff.Added.Select(f => $"{f.Code} {f.Name}")]);
            List(output, "削除", [.. diff.Removed.Select(f => $"{f.Code} {f.Name}")]);
            List(output, "変更", [.. diff.Changed.Select(c => $"{c.Code} {c.Column}: {c.Old} → {c.New}")]);
            List(output, "加算の対応の追加", diff.AddOnsAdded);
            List(output, "加算の対応の削除", diff.AddOnsRemoved);
            List(output, "背反の追加", diff.ExclusionsAdded);
            List(output, "背反の削除", diff.ExclusionsRemoved);
        }
        output.WriteLine(report.Outcome switch {
            ImportOutcome.Kept => "取り込みました。",
            ImportOutcome.Shown => "違いを出しただけで、取り込んでいません。取り込むには --store を付けてください。",
            _ => "誤りがあるため、取り込んでいません。",
        });
    }

    public static void Json(ImportReport report) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartObject();
        json.WriteString("outcome", report.Outcome switch { ImportOutcome.Kept => "kept", ImportOutcome.Shown => "shown", _ => "refused" });
        json.WriteString("release", report.Schedule?.Release);
        json.WriteString("comparedWith", report.Before?.Release);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings) FindingOutput.Write(json, finding);
        json.WriteEndArray();
        Codes(json, "added", report.Diff?.Added ?? []);
        Codes(json, "removed", report.Diff?.Removed ?? []);
        json.WriteStartArray("changed");
        foreach (var change in report.Diff?.Changed ?? []) {
            json.WriteStartObject();
            json.WriteString("code", change.Code);
            json.WriteString("column", change.Column);
            json.WriteString("old", change.Old);
            json.WriteString("new", change.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Strings(json, "addOnsAdded", report.Diff?.AddOnsAdded ?? []);
        Strings(json, "addOnsRemoved", report.Diff?.AddOnsRemoved ?? []);
        Strings(json, "exclusionsAdded", report.Diff?.ExclusionsAdded ?? []);
        Strings(json, "exclusionsRemoved", report.Diff?.ExclusionsRemoved ?? []);
        json.WriteEndObject();
    }

    private static void List(StreamWriter output, string title, IReadOnlyList<string> lines) {
        output.WriteLine($"{title} {lines.Count:N0}件");
        foreach (var line in lines.Take(LinesShown)) output.WriteLine($"    {line}");
        if (lines.Count > LinesShown) output.WriteLine($"    ほか{lines.Count - LinesShown:N0}件（--json で全部出ます）");
    }

    private static void Codes(Utf8JsonWriter json, string name, IReadOnlyList<Fee> fees) {
        json.WriteStartArray(name);
        foreach (var fee in fees) {
            json.WriteStartObject();
            json.WriteString("code", fee.Code);
            json.WriteString("name", fee.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> lines) {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
