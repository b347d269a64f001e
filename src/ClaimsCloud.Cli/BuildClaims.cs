using System.CommandLine;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Cli;

/// <summary><c>claims build BUNDLE --out DIR [--store DIR] [--json]</c>: a claim file a payer, why each line is there, and a report. A patient with bad data is kept back, the others leave.</summary>
internal static class BuildClaims {
    public static Command Command() {
        var file = BundleText.Argument("BUNDLE");
        var directory = new Option<string>("--out") { Description = "請求ファイルを書くフォルダー。審査支払機関ごとに分けます。", Required = true };
        var store = StoreFolder.Option();
        var json = FileArgument.JsonOption();
        var command = new Command("build", "月次の記録一式から請求ファイルを作ります。") { file, directory, store, json };
        command.SetAction(parsed => {
            BundleReading? reading = null;
            var exit = FileArgument.Read(parsed.GetRequiredValue(file), stream => {
                reading = BundleReader.Read(stream);
                return ExitCode.Clean;
            });
            if (reading is null) return (int)exit;
            if (StoreFolder.Schedules(parsed.GetValue(store)) is not { } schedules) return (int)ExitCode.Unusable;
            var report = new BuildReport(reading);
            exit = Written(reading, parsed.GetRequiredValue(directory), schedules, report);
            report.Print(parsed.GetValue(json));
            return (int)exit;
        });
        return command;
    }

    private static ExitCode Written(BundleReading reading, string directory, FeeSchedules schedules, BuildReport report) {
        try {
            return Build(reading, directory, schedules, report);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{directory} に書けませんでした。{e.Message}");
            return ExitCode.Unusable;
        }
    }

    private static ExitCode Build(BundleReading reading, string directory, FeeSchedules schedules, BuildReport report) {
        if (reading.Bundle is not { } bundle) return ExitCode.Unusable;
        if (schedules.For(bundle.Month) is not { } schedule) {
            Console.Error.WriteLine($"{bundle.Month.Year}年{bundle.Month.Month}月の療養費の表を持っていません。");
            return ExitCode.Unusable;
        }
        report.Add(ClaimFileWriting.StationProblems(bundle));
        if (report.StationIsRefused) return ExitCode.Unusable;
        using var files = new PayerFiles(directory, bundle, new() { Context = new() { Schedules = schedules } });
        foreach (var patient in MonthClaims.Build(bundle, schedule)) {
            report.Add(patient);
            foreach (var claim in patient.Claims) files.Write(claim);
        }
        files.Finish();
        report.Add(files.Checked);
        report.Save(Path.Combine(directory, "report.json"));
        return report.Exit;
    }
}
