using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims kaigo codes import FILE [--store DIR] [--json]</c>: reads a service-code table and shows what it adds and changes; with <c>--store</c> it is kept.</summary>
internal static class KaigoCodesImport {
    public static Command Command() {
        var file = new Argument<string>("FILE") { Description = "サービスコード表（CSV）。- は標準入力です。" };
        var store = StoreFolder.Option();
        var json = FileArgument.JsonOption();
        var command = new Command("import", "公式のサービスコード表から作ったCSVを読み、手元の表との違いを出します。--store を付けると取り込みます。") { file, store, json };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => Import(stream, parsed.GetValue(store), parsed.GetValue(json))));
        return command;
    }

    private static ExitCode Import(Stream stream, string? store, bool json) {
        var table = new MemoryStream();
        stream.CopyTo(table);
        table.Position = 0;
        var reading = CareCodeImport.Read(table);
        if (store is not null && reading.Codes is not null) CareCodeStore.Save(store, table.ToArray());
        var builtIn = CareServiceCodes.BuiltIn.ToDictionary(c => (c.Type, c.Item));
        var added = (reading.Codes ?? []).Where(c => !builtIn.ContainsKey((c.Type, c.Item))).ToList();
        var changed = (reading.Codes ?? []).Where(c => builtIn.TryGetValue((c.Type, c.Item), out var old) && (old.Name, old.Units, old.RateTenths) != (c.Name, c.Units, c.RateTenths)).ToList();
        if (json) Json(reading, added, changed, store is not null);
        else Text(reading, added, changed);
        return reading.Codes is null ? ExitCode.Unusable : reading.Findings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static void Text(CareCodeReading reading, List<CareServiceCode> added, List<CareServiceCode> changed) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var finding in reading.Findings) FindingOutput.Write(output, finding);
        foreach (var code in added) output.WriteLine($"追加 {code.Type}{code.Item} {code.Name} {code.Units}");
        foreach (var code in changed) output.WriteLine($"変更 {code.Type}{code.Item} {code.Name} {code.Units}");
        output.WriteLine(reading.Codes is { } codes ? $"{codes.Count:N0}行　追加 {added.Count:N0}　変更 {changed.Count:N0}" : "取り込めません。");
    }

    private static void Json(CareCodeReading reading, List<CareServiceCode> added, List<CareServiceCode> changed, bool kept) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartObject();
        json.WriteString("outcome", reading.Codes is null ? "refused" : kept ? "kept" : "shown");
        json.WriteNumber("codes", reading.Codes?.Count ?? 0);
        Write("added", added);
        Write("changed", changed);
        FindingOutput.WriteAll(json, reading.Findings);
        json.WriteEndObject();

        void Write(string name, List<CareServiceCode> codes) {
            json.WriteStartArray(name);
            foreach (var code in codes) json.WriteStringValue(code.Type + code.Item);
            json.WriteEndArray();
        }
    }
}
