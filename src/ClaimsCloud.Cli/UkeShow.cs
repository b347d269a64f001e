using System.CommandLine;
using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Cli;

/// <summary><c>claims uke show FILE [--claim N]</c>: the receipts as a person reads them.</summary>
internal static class UkeShow {
    public static Command Command() {
        var file = FileArgument.Create();
        var number = new Option<int?>("--claim") { Description = "この順番（1から）のレセプトだけを出します。" };
        var command = new Command("show", "レセプトを読める形で出します。") { file, number };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => Show(stream, parsed.GetValue(number))));
        return command;
    }

    private static ExitCode Show(Stream file, int? only) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var shown = 0;
        foreach (var claim in ClaimFile.Claims(file)) {
            if (only is { } number && number != claim.Number) continue;
            shown++;
            output.WriteLine($"── レセプト {claim.Number} ──");
            foreach (var section in ReceiptView.Of(claim.Original, claim.Heading.FirstLine)) {
                output.WriteLine($"【{section.Title}】");
                foreach (var row in section.Rows) output.WriteLine($"  {row.Label}　{row.Value}");
            }
            output.WriteLine();
        }
        if (shown > 0) return ExitCode.Clean;
        Console.Error.WriteLine(only is null ? "レセプト（RE）が1件もありません。" : $"{only}番目のレセプトはありません。");
        return ExitCode.Unusable;
    }
}
