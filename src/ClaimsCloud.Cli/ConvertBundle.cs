using System.CommandLine;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Cli;

/// <summary><c>claims bundle convert IN --out OUT</c>: JSON to ZIP or ZIP to JSON, by the name of OUT. Nothing is written unless every patient can be taken.</summary>
internal static class ConvertBundle {
    public static Command Command() {
        var file = BundleText.Argument("IN");
        var output = TargetFile.OutOption("書き出すファイル。名前の終わりが .json か .zip かで形が決まります。");
        var command = new Command("convert", "月次の記録一式をJSONとCSVのZIPの間で書き換えます。") { file, output };
        command.SetAction(async parsed => (int)await Convert(parsed.GetRequiredValue(file), parsed.GetRequiredValue(output)));
        return command;
    }

    private static async Task<ExitCode> Convert(string path, string target) {
        if (FormOf(target) is not { } write) {
            await Console.Error.WriteLineAsync("--out の名前の終わりは .json か .zip にしてください。");
            return ExitCode.Unusable;
        }
        MonthBundle? bundle = null;
        var read = FileArgument.Read(path, stream => {
            var reading = BundleReader.Read(stream);
            if (reading.Bundle is not null && reading.RefusedPatients.Count == 0) bundle = reading.Bundle;
            else BundleText.Write(Console.Error, reading);
            return BundleText.Exit(reading);
        });
        if (bundle is null) return read;
        return await TargetFile.Write(target, file => {
            write(bundle, file);
            return Task.CompletedTask;
        });
    }

    private static Action<MonthBundle, Stream>? FormOf(string target) => Path.GetExtension(target).ToUpperInvariant() switch {
        ".JSON" => BundleWriter.WriteJson,
        ".ZIP" => BundleWriter.WriteZip,
        _ => null,
    };
}
