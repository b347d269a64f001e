using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli;

/// <summary><c>claims kaigo read FILE [--json]</c>: every line of a file to or from 国保連合会, nothing lost.</summary>
internal static class KaigoRead {
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
        json.WriteStartArray();
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) {
            CareRecordJson.Write(json, record);
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
        return ExitCode.Clean;
    }

    private static ExitCode Text(Stream file) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) {
            output.WriteLine($"{record.Line}行（{record.Offset}バイト目）{record.Layout?.Japanese ?? ClaimText.Decode(record.Bytes)}");
            if (record.Layout is null) continue;
            foreach (var field in record.Layout.Fields)
                if (record.Text(field.Position) is { } text) output.WriteLine($"    {field.Japanese}: {text}");
        }
        return ExitCode.Clean;
    }
}
