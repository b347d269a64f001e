using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli;

/// <summary><c>claims masters list [--store DIR] [--json]</c>: the fee tables at hand and how sure they are; imported ones go before those the product carries.</summary>
internal static class MastersList {
    private const string Imported = "imported";
    private const string Carried = "built-in";

    public static Command Command() {
        var store = StoreFolder.Option();
        var json = FileArgument.JsonOption();
        var command = new Command("list", "料金表の一覧を出します。") { store, json };
        command.SetAction(parsed => (int)List(parsed.GetValue(store), parsed.GetValue(json) ? Json : Text));
        return command;
    }

    private static ExitCode List(string? folder, Action<IEnumerable<(FeeSchedule, string)>> print) {
        try {
            var store = FeeStore.Open(folder);
            foreach (var problem in store.Problems) Console.Error.WriteLine($"{problem.Message}{problem.Fix}");
            print([.. store.Imported.Select(s => (s, Imported)), .. FeeSchedules.BuiltIn.All.Select(s => (s, Carried))]);
            return store.Problems.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{folder} を読めません。{e.Message}");
            return ExitCode.Unusable;
        }
    }

    private static void Text(IEnumerable<(FeeSchedule Schedule, string Origin)> schedules) {
        foreach (var (schedule, origin) in schedules)
            Console.WriteLine($"{schedule.Release}版　{Japanese(schedule.First)}〜{Japanese(schedule.Last)}　{schedule.Fees.Count:N0}コード"
                + $"（告示・マスターで確かめた金額 {OfficialAmounts(schedule):N0}、マスターで確かめた条件 {OfficialRules(schedule):N0}）　{(origin == Imported ? "取り込み" : "内蔵")}");
    }

    private static void Json(IEnumerable<(FeeSchedule Schedule, string Origin)> schedules) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        foreach (var (schedule, origin) in schedules) {
            json.WriteStartObject();
            json.WriteString("release", schedule.Release);
            json.WriteString("origin", origin);
            json.WriteString("first", schedule.First.ToString());
            json.WriteString("last", schedule.Last.ToString());
            json.WriteNumber("codes", schedule.Fees.Count);
            json.WriteNumber("officialAmounts", OfficialAmounts(schedule));
            json.WriteNumber("officialRules", OfficialRules(schedule));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static int OfficialAmounts(FeeSchedule schedule) => schedule.Fees.Count(f => f.AmountCertainty == Certainty.Official);

    private static int OfficialRules(FeeSchedule schedule) => schedule.Fees.Count(f => f.RuleCertainty == Certainty.Official);

    private static string Japanese(ServiceMonth month) => $"{month.Year}年{month.Month}月";
}
