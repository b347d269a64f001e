using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ClaimsCloud.Domain.Audit;

namespace ClaimsCloud.Cli;

/// <summary><c>claims audit verify FILE [--head N:HASH] [--anchors FILE] [--json]</c>: whether an exported audit log is whole, and what that proves.</summary>
internal static class AuditVerify {
    public static Command Command() {
        var file = new Argument<string>("FILE") { Description = "画面から保存した操作記録。- は標準入力です。" };
        var head = new Option<string[]>("--head") { Description = "前に控えた「番号:ハッシュ」。いくつでも指定できます。" };
        var anchors = new Option<string?>("--anchors") { Description = "サポートデスク側の操作記録。各ステーションの控えが入っています。" };
        var json = FileArgument.JsonOption();
        var command = new Command("verify", "操作記録が書き換え・削除・入れ替えられていないかを確かめます。") { file, head, anchors, json };
        command.SetAction(parsed => {
            var noted = (parsed.GetValue(head) ?? []).Select(Anchor).ToList();
            if (!noted.Contains(null)) return (int)Verify(parsed.GetRequiredValue(file), noted.OfType<AuditAnchor>(), parsed.GetValue(anchors), parsed.GetValue(json));
            Console.Error.WriteLine("--head は「番号:ハッシュ（64桁）」で指定してください。");
            return (int)ExitCode.Unusable;
        });
        return command;
    }

    private static ExitCode Verify(string path, IEnumerable<AuditAnchor> noted, string? platform, bool json) {
        if (platform is null) return FileArgument.Read(path, file => Report(AuditFileCheck.Run(file, noted), noted.Any(), json));
        return FileArgument.Read(platform, stream => {
            var kept = AuditFileCheck.Run(stream);
            if (kept.Faults is [var fault, ..]) {
                Console.Error.WriteLine($"{platform} {fault.Line}行 {fault.Code} {fault.Message}");
                return ExitCode.Unusable;
            }
            return FileArgument.Read(path, file => {
                // The scope stands in the first line; the whole file is small enough to be read twice.
                using var copy = new MemoryStream();
                file.CopyTo(copy);
                copy.Position = 0;
                var anchors = kept.AnchorsOf(AuditFileCheck.Run(new MemoryStream(copy.ToArray())).Scope).ToList();
                if (anchors.Count == 0) {
                    Console.Error.WriteLine($"{platform} に、この操作記録の控えはありません。");
                    return ExitCode.Unusable;
                }
                return Report(AuditFileCheck.Run(copy, [.. noted, .. anchors]), true, json);
            });
        });
    }

    private static ExitCode Report(AuditFileCheck check, bool compared, bool json) {
        if (json) Json(check);
        else Text(check, compared);
        return check.Faults.Count == 0 ? ExitCode.Clean : check.Faults.Any(f => f.Code == "AU1") ? ExitCode.Unusable : ExitCode.Findings;
    }

    private static void Text(AuditFileCheck check, bool compared) {
        foreach (var fault in check.Faults) Console.WriteLine($"{fault.Line}行 {fault.Code} {fault.Message}");
        Console.WriteLine($"対象 {check.Scope}　記録 {check.Entries:N0}件　最後のハッシュ {check.Head}");
        if (check.Faults.Count > 0) return;
        Console.WriteLine(compared ? $"控え{check.Compared}個と合っています。控えまでの記録は、控えを取ったときのままです。"
            : "行の書き換え・削除・入れ替え・途切れはありません。全体が作り直されていないことは、控え（--head か --anchors）と比べたときに分かります。");
    }

    private static void Json(AuditFileCheck check) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartObject();
        json.WriteString("scope", check.Scope);
        json.WriteNumber("entries", check.Entries);
        json.WriteString("head", check.Head);
        json.WriteNumber("anchorsCompared", check.Compared);
        json.WriteStartArray("faults");
        foreach (var fault in check.Faults) {
            json.WriteStartObject();
            json.WriteString("code", fault.Code);
            json.WriteNumber("line", fault.Line);
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static AuditAnchor? Anchor(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && hash.All(char.IsAsciiHexDigitLower) ? new(n, hash) : null;
}
