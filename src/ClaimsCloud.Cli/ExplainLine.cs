using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Cli;

/// <summary><c>claims explain FILE --claim N --line M</c>: the visits and the rule behind the Mth fee line (KA) of a claim that <c>build</c> made.</summary>
internal static class ExplainLine {
    public static Command Command() {
        var file = new Argument<string>("FILE") { Description = "buildで作った請求ファイル。" };
        var claim = new Option<int>("--claim") { Description = "レセプトの順番（1から）。", Required = true };
        var line = new Option<int>("--line") { Description = "そのレセプトの訪問看護療養費レコード（KA）の順番（1から）。", Required = true };
        var command = new Command("explain", "算定の根拠（訪問と規則）を出します。") { file, claim, line };
        command.SetAction(parsed => {
            var path = parsed.GetRequiredValue(file);
            return (int)FileArgument.Read(path, stream => Explain(stream, path, parsed.GetRequiredValue(claim), parsed.GetRequiredValue(line)));
        });
        return command;
    }

    private static ExitCode Explain(Stream file, string path, int claim, int line) {
        if (ClaimFile.Claims(file).ElementAtOrDefault(claim - 1)?.Fees.Skip(line - 1).Take(line < 1 ? 0 : 1).ToList() is not [{ FeeCode: { } code } fee]) return Fail($"{claim}番目のレセプトに{line}番目の療養費はありません。");
        if (!File.Exists(ClaimReasons.PathOf(path))) return Fail("根拠のファイルがありません。このコマンドはbuildで作った請求ファイルだけに使えます。");
        if (Reason(path, claim, line) is not { } reason || reason.GetProperty("code").GetString() != code || reason.GetProperty("date").GetString() != $"{fee.ServiceDate:yyyy-MM-dd}"
            || reason.GetProperty("yen").GetInt32() != fee.Yen)
            return Fail("根拠のファイルと合いません。作った後に請求ファイルが変わっています。");
        Console.WriteLine($"""
            {reason.GetProperty("date").GetString()}　{code}　{reason.GetProperty("name").GetString()}　{fee.Yen:N0}円
            理由: {reason.GetProperty("why").GetString()}
            記録: {string.Join('、', reason.GetProperty("rows").EnumerateArray().Select(r => r.GetString()))}
            規則: {reason.GetProperty("rule").GetString()}（{reason.GetProperty("source").GetString()}）
            """);
        return ExitCode.Clean;
    }

    private static JsonElement? Reason(string path, int claim, int line) {
        try {
            return ClaimReasons.Read(path, claim) is { } reasons && reasons.GetProperty("lines").GetArrayLength() >= line ? reasons.GetProperty("lines")[line - 1] : null;
        } catch (JsonException) {
            // Somebody wrote into the file: it explains nothing, and the caller says so.
            return null;
        }
    }

    private static ExitCode Fail(string message) {
        Console.Error.WriteLine(message);
        return ExitCode.Unusable;
    }
}
