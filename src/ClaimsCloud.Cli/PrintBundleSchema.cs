using System.CommandLine;
using System.Text;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Cli;

/// <summary><c>claims bundle schema [--markdown]</c>: the JSON Schema of a bundle, or its documentation.</summary>
internal static class PrintBundleSchema {
    public static Command Command() {
        var markdown = new Option<bool>("--markdown") { Description = "JSON Schemaではなく、人が読む説明を出します。" };
        var command = new Command("schema", "月次の記録一式の形（JSON Schema）を出します。") { markdown };
        command.SetAction(parsed => {
            using var output = Console.OpenStandardOutput();
            if (parsed.GetValue(markdown)) output.Write(Encoding.UTF8.GetBytes(BundlePage.Text()));
            else {
                BundleSchema.Write(output);
                output.Write("\n"u8);
            }
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
