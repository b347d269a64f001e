using System.CommandLine;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Resubmission;

namespace ClaimsCloud.Cli;

/// <summary>
/// <c>claims returns resubmit --returns FILE --claims UKE --out FILE [--link CLAIM=RETURN] [--first CLAIM]</c>: puts 検索番号 and history of the returned claims
/// to the corrected ones. The target appears whole or not at all, and only when nothing is in doubt.
/// </summary>
internal static class ReturnsResubmit {
    public static Command Command() {
        var returns = new Option<string[]>("--returns") { Description = "返戻ファイル。何度でも指定できます。返戻の番号は、指定した順に通しで数えます。", Required = true };
        var claims = new Option<string>("--claims") { Description = "訂正後のレセプトを含む請求ファイル。", Required = true };
        var output = new Option<string>("--out") { Description = "書き出す再請求ファイル。", Required = true };
        var links = new Option<string[]>("--link") { Description = "レセプトの番号=返戻の番号。人が決めた対応です。" };
        var firsts = new Option<int[]>("--first") { Description = "一次請求として送るレセプトの番号。" };
        var command = new Command("resubmit", "返戻ファイルと訂正後の請求ファイルから再請求ファイルを書きます。") { returns, claims, output, links, firsts };
        command.SetAction(parsed => {
            if (Decisions(parsed.GetValue(links) ?? [], parsed.GetValue(firsts) ?? []) is not { } decisions) {
                Console.Error.WriteLine("--link は「レセプトの番号=返戻の番号」で指定してください。");
                return (int)ExitCode.Unusable;
            }
            return (int)Resubmit(parsed.GetRequiredValue(returns), parsed.GetRequiredValue(claims), parsed.GetRequiredValue(output), decisions);
        });
        return command;
    }

    private static ExitCode Resubmit(IReadOnlyList<string> returns, string claims, string target, IReadOnlyList<LinkDecision> decisions) {
        var returned = new List<ReturnedClaim>();
        foreach (var path in returns) {
            var read = FileArgument.Read(path, stream => {
                var file = ReturnedClaimFile.Read(All(stream));
                returned.AddRange(file.Claims);
                foreach (var finding in file.Findings) FindingOutput.Write(Console.Error, finding);
                return file.Damaged ? ExitCode.Unusable : ExitCode.Clean;
            });
            if (read != ExitCode.Clean) return read;
        }
        return FileArgument.Read(claims, stream => Write(ResubmissionPlan.Of(RebuiltClaims.Read(stream), returned, decisions), target));
    }

    private static ExitCode Write(ResubmissionPlan plan, string target) {
        foreach (var finding in plan.Findings) FindingOutput.Write(Console.Error, finding);
        if (!plan.Ready) {
            Console.Error.WriteLine("再請求ファイルは書いていません。");
            return ExitCode.Findings;
        }
        var unfinished = target + ".part";
        try {
            using (var output = File.Create(unfinished)) ResubmissionWriter.Write(plan, output);
            File.Move(unfinished, target, overwrite: true);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{target} を書けませんでした。{e.Message}");
            if (File.Exists(unfinished)) File.Delete(unfinished);
            return ExitCode.Unusable;
        }
        var again = plan.Claims.Count(c => c.Return is not null);
        Console.WriteLine($"レセプト{plan.Claims.Count}件を書きました（再請求{again}件、一次請求{plan.Claims.Count - again}件）。");
        return ExitCode.Clean;
    }

    private static List<LinkDecision>? Decisions(IReadOnlyList<string> links, IReadOnlyList<int> firsts) {
        var decisions = firsts.Select(claim => new LinkDecision(claim, null)).ToList();
        foreach (var link in links) {
            if (link.Split('=') is not [var claim, var returned] || !int.TryParse(claim, out var number) || !int.TryParse(returned, out var answers)) return null;
            decisions.Add(new(number, answers));
        }
        return decisions;
    }

    private static byte[] All(Stream stream) {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
