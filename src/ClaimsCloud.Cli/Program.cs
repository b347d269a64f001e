using System.CommandLine;
using ClaimsCloud.Cli;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("訪問看護レセプトを読む・点検する・書くための道具です。") {
    new Command("uke", "請求ファイル（RECEIPTH.UKE）を扱います。") { UkeRead.Command(), UkeWrite.Command(), UkeCheck.Command(), UkeShow.Command() },
    new Command("rules", "点検の一覧です。") { RulesList.Command(), RulesShow.Command() },
    new Command("masters", "訪問看護療養費マスターを扱います。") { MastersImport.Command(), MastersList.Command() },
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
return (int)ExitCode.Unusable;
