using System.CommandLine;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Cli;

/// <summary><c>claims bundle template --out ZIP</c>: every CSV file of a bundle with its header and no row.</summary>
internal static class WriteBundleTemplate {
    public static Command Command() {
        var output = TargetFile.OutOption("書き出すZIPファイル。");
        var command = new Command("template", "見出しだけのCSVのZIPを書きます。") { output };
        command.SetAction(async parsed => (int)await TargetFile.Write(parsed.GetRequiredValue(output), file => {
            BundleWriter.WriteTemplate(file);
            return Task.CompletedTask;
        }));
        return command;
    }
}
