using System.CommandLine;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.CareClaims.Files;

namespace ClaimsCloud.Cli;

/// <summary><c>claims kaigo build BUNDLE --out DIR</c>: the care-insurance file of a month, and a report. A patient with bad data is kept back, the others leave.</summary>
internal static class KaigoBuild {
    public static Command Command() {
        var file = BundleText.Argument("BUNDLE");
        var directory = new Option<string>("--out") { Description = "請求ファイルを書くフォルダー。", Required = true };
        var store = StoreFolder.Option();
        var plans = new Option<string?>("--plans") { Description = "ケアマネジャーから届いたサービス提供票別表（carePlans.csv の形）。この表にある利用者の計画を、月次の記録一式のものと入れ替えます。" };
        var only = new Option<string[]>("--only") { Description = "この利用者（キー）だけを請求します。返戻の後の再請求に使います。" };
        var set = new Option<string[]>("--set") { Description = $"確かめていない決まりの扱い（NAME=VALUE）: {string.Join(' ', CareSettingWords.Names)}" };
        var json = FileArgument.JsonOption();
        var command = new Command("build", "月次の記録一式から介護給付費の請求ファイルを作ります。") { file, directory, store, plans, only, set, json };
        command.SetAction(parsed => {
            if (Settings(parsed.GetValue(set) ?? []) is not { } settings || CareCodeStore.Open(parsed.GetValue(store)) is not { } codes) return (int)ExitCode.Unusable;
            BundleReading? reading = null;
            var exit = FileArgument.Read(parsed.GetRequiredValue(file), stream => {
                reading = BundleReader.Read(stream);
                return ExitCode.Clean;
            });
            if (reading is not null && parsed.GetValue(plans) is { } path)
                exit = FileArgument.Read(path, stream => {
                    reading = CarePlanFile.Into(reading!, stream);
                    return ExitCode.Clean;
                });
            if (reading is null || exit == ExitCode.Unusable) return (int)exit;
            var report = new KaigoBuildReport(reading);
            exit = Written(reading, codes, settings, parsed.GetValue(only) ?? [], parsed.GetRequiredValue(directory), report);
            report.Print(parsed.GetValue(json));
            return (int)exit;
        });
        return command;
    }

    /// <summary>Null, with a word on standard error, when one is not known.</summary>
    private static CareSettings? Settings(IEnumerable<string> words) {
        var settings = new CareSettings();
        foreach (var word in words) {
            var (name, value) = word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (word[..at], word[(at + 1)..]) : (word, "");
            if (CareSettingWords.With(settings, name, value) is not { } chosen) {
                Console.Error.WriteLine($"設定「{word}」はありません。使えるもの: {string.Join(' ', CareSettingWords.Names)}");
                return null;
            }
            settings = chosen;
        }
        return settings;
    }

    private static ExitCode Written(BundleReading reading, IReadOnlyList<CareServiceCode> codes, CareSettings settings, string[] only, string directory, KaigoBuildReport report) {
        if (reading.Bundle is not { } bundle) return ExitCode.Unusable;
        report.Add(MonthCareClaims.StationProblems(bundle));
        if (report.StationIsRefused) return ExitCode.Unusable;
        try {
            foreach (var patient in MonthCareClaims.Build(bundle, new CareServiceCodes(bundle.Month, codes), settings))
                if (only.Length == 0 || only.Contains(patient.Patient)) report.Add(patient);
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, CareClaimFile.NameOf(bundle));
            if (report.Claims.Count == 0) File.Delete(path);
            else report.File(path, Write(bundle, report.Claims, settings, path, codes));
            report.Save(Path.Combine(directory, "kaigo-report.json"));
            return report.Exit;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{directory} に書けませんでした。{e.Message}");
            return ExitCode.Unusable;
        }
    }

    /// <summary>The file appears whole or not at all, and is checked as it stands there.</summary>
    private static IReadOnlyList<Domain.Checks.Finding> Write(MonthBundle bundle, IReadOnlyList<CareClaim> claims, CareSettings settings, string path, IReadOnlyList<CareServiceCode> codes) {
        using (var file = File.Create(path + ".part")) CareClaimFile.Write(bundle, claims, settings, file);
        File.Move(path + ".part", path, overwrite: true);
        using var written = File.OpenRead(path);
        return CareFileCheck.Run(written, codes);
    }
}
