using System.CommandLine;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>The bundle argument, and what was read of it as people read it.</summary>
internal static class BundleText {
    public static Argument<string> Argument(string name) => new(name) { Description = "月次の記録一式（JSONかZIP）。- は標準入力です。" };

    /// <summary>2: nothing can be used, 1: a person must look at something, 0: nothing above a hint.</summary>
    public static ExitCode Exit(BundleReading reading) =>
        reading.Bundle is null ? ExitCode.Unusable
        : reading.Findings.Any(f => f.Verdict == Verdict.Fail && f.Severity < Severity.Hint) ? ExitCode.Findings : ExitCode.Clean;

    public static void Write(TextWriter output, BundleReading reading) {
        foreach (var finding in reading.Findings) {
            output.WriteLine($"{Where(finding)}{finding.Code} {(finding.Verdict == Verdict.Fail ? Effect(finding) : finding.Verdict.Japanese())}　{finding.Message}");
            output.WriteLine($"    直し方: {finding.Fix}（{finding.Source}）");
        }
        output.WriteLine(reading.Bundle is { } bundle ? $"取り込める利用者 {bundle.Patients.Count:N0}人　訪問 {bundle.Visits.Count:N0}件" : "取り込めません。");
        if (reading.RefusedPatients.Count > 0) output.WriteLine($"取り込めない利用者 {reading.RefusedPatients.Count:N0}人: {string.Join('、', reading.RefusedPatients)}");
    }

    private static string Where(BundleFinding finding) {
        string[] parts = [
            finding.Place.Table, finding.Place.Line is { } line ? $"{line}行" : "", finding.Place.Key, finding.Place.Field,
            finding.Patient.Length > 0 && finding.Patient != finding.Place.Key ? $"（利用者 {finding.Patient}）" : "",
        ];
        return string.Concat(parts.Where(p => p.Length > 0).Select(p => p + " "));
    }

    private static string Effect(BundleFinding finding) => finding.Severity switch {
        Severity.FileRefused => "すべて取り込めません",
        Severity.ClaimRefused => "この利用者を取り込めません",
        var severity => severity.Japanese(),
    };
}
