using System.CommandLine;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Master;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli;

/// <summary><c>claims masters import DIR</c>: reads an official master and shows what differs from the tables in use; with <c>--store</c> it is kept.</summary>
internal static class MastersImport {
    public static Command Command() {
        var folder = new Argument<string>("DIR") { Description = "支払基金の訪問看護療養費マスター（CSV 5ファイル）のフォルダー。" };
        var store = StoreFolder.Option();
        var from = new Option<string?>("--from") { Description = "使い始める訪問看護年月（YYYY-MM）。省略するとマスターの変更年月日から決めます。" };
        var json = FileArgument.JsonOption();
        var command = new Command("import", "公式マスターを読み、今の料金表との違いを出します。--store を付けると取り込みます。") { folder, store, from, json };
        command.SetAction(parsed => (int)Import(parsed.GetRequiredValue(folder), parsed.GetValue(store), parsed.GetValue(from), parsed.GetValue(json) ? ImportReport.Json : ImportReport.Text));
        return command;
    }

    private static ExitCode Import(string folder, string? store, string? from, Action<ImportReport> print) {
        if (from is not null && Month(from) is null) return Unusable($"「{from}」は使えません。2024-06から2099-12までの年月（YYYY-MM）を指定してください。");
        try {
            var kept = FeeStore.Open(store);
            var reading = OfficialMaster.Read(Files(folder), from is null ? null : Month(from));
            var before = reading.Schedule is { } schedule ? kept.Schedules.For(schedule.First) ?? kept.Schedules.All.MaxBy(s => s.Last) : null;
            var diff = before is null ? null : ScheduleDiff.Between(before, reading.Schedule!);
            if (store is not null && reading.Schedule is { } imported) FeeStore.Save(store, imported);
            Finding[] findings = [.. kept.Problems, .. reading.Findings];
            print(new(reading.Schedule, before, diff, findings, reading.Schedule is null ? ImportOutcome.Refused : store is null ? ImportOutcome.Shown : ImportOutcome.Kept));
            return findings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Clean;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            return Unusable($"読み書きできません。{e.Message}");
        }
    }

    private static ExitCode Unusable(string message) {
        Console.Error.WriteLine(message);
        return ExitCode.Unusable;
    }

    /// <summary>By listing: the official archive may name its files in another normal form than a person types.</summary>
    private static IEnumerable<MasterFile> Files(string folder) =>
        Directory.GetFiles(folder).Where(f => Path.GetExtension(f).Equals(".csv", StringComparison.OrdinalIgnoreCase)).Select(f => new MasterFile(Path.GetFileName(f), File.ReadAllBytes(f)));

    /// <summary>No master is older than electronic claims.</summary>
    private static ServiceMonth? Month(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", out var day) && day >= FeeSchedule.Release202406.First.FirstDay && day.Year < 2100 ? ServiceMonth.Of(day.Year, day.Month) : null;
}
