using System.CommandLine;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims rules show CODE</c>: one page of the catalogue.</summary>
internal static class RulesShow {
    public static Command Command() {
        var code = new Argument<string>("CODE") { Description = "点検の番号（F08a など）。" };
        var command = new Command("show", "点検の説明を出します。") { code };
        command.SetAction(parsed => (int)Show(parsed.GetRequiredValue(code)));
        return command;
    }

    private static ExitCode Show(string code) {
        if (RuleCatalog.All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } rule) {
            Console.Error.WriteLine($"点検「{code}」はありません。");
            return ExitCode.Unusable;
        }
        Console.WriteLine($"""
            {rule.Code}　{rule.Title}（{rule.Severity.Japanese()}）
            {rule.Explanation}
            直し方: {rule.Fix}
            根拠: {rule.Source}
            対象: {rule.Since}からの訪問{(rule.Until is { } until ? $"、{until}まで" : "")}
            審査支払機関のコード: {rule.PayerCode ?? "（対応するものは分かっていません）"}
            必要な資料: {(rule.Needs == CheckNeeds.None ? "請求ファイルだけ" : rule.Needs.Japanese())}
            良い例: {rule.GoodExample}
            悪い例: {rule.BadExample}
            """);
        return ExitCode.Clean;
    }
}
