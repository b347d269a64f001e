using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli;

/// <summary><c>claims uke read FILE [--json]</c>: every line of the file, nothing lost.</summary>
internal static class UkeRead {
    public static Command Command() {
        var file = FileArgument.Create();
        var json = FileArgument.JsonOption();
        var command = new Command("read", "レコードを項目ごとに読み出します。") { file, json };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => parsed.GetValue(json) ? Json(stream) : Text(stream)));
        return command;
    }

    private static ExitCode Json(Stream file) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        var reader = new RecordReader(file);
        json.WriteStartArray();
        while (reader.Read() is { } block) {
            for (var i = 0; i < block.Count; i++) RecordJson.Write(json, block[i], ClaimSpec.Release202406);
            json.Flush();
        }
        json.WriteEndArray();
        return ExitCode.Clean;
    }

    private static ExitCode Text(Stream file) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var reader = new RecordReader(file);
        while (reader.Read() is { } block)
            for (var i = 0; i < block.Count; i++) Write(output, block[i]);
        return ExitCode.Clean;
    }

    private static void Write(StreamWriter output, in Record record) {
        var layout = ClaimSpec.Release202406.Record(record.Id);
        output.WriteLine($"{record.Line}行（{record.Offset}バイト目）{(layout is null ? ClaimText.Decode(record.Bytes) : layout.Japanese)}");
        if (layout is null) return;
        foreach (var field in layout.Fields)
            if (record.Text(field.Position) is { } text) output.WriteLine($"    {field.Japanese}: {text}");
    }
}
