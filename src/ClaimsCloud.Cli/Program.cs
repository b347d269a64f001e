using System.CommandLine;
using ClaimsCloud.Cli;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("訪問看護レセプトを読む・点検する・書くための道具です。") {
    new Command("uke", "請求ファイル（RECEIPTH.UKE）を扱います。") { UkeRead.Command(), UkeWrite.Command(), UkeCheck.Command(), UkeShow.Command() },
    new Command("bundle", "月次の記録一式（JSONかCSVのZIP）を扱います。") { CheckBundle.Command(), PrintBundleSchema.Command(), WriteBundleTemplate.Command(), ConvertBundle.Command() },
    BuildClaims.Command(), ExplainLine.Command(),
    new Command("oqs", "オンライン資格確認のファイル（req・res・face）を扱います。") { OqsRead.Command(), OqsWrite.Command() },
    new Command("returns", "オンライン請求システムから戻ったファイルを扱います。") { ReturnsRead.Command(), ReturnsResubmit.Command() },
    new Command("kaigo", "介護保険の請求ファイル（国保連合会）を扱います。") {
        KaigoRead.Command(), KaigoCheck.Command(), KaigoBuild.Command(), new Command("codes", "サービスコード表を扱います。") { KaigoCodesImport.Command() },
    },
    new Command("rules", "点検の一覧です。") { RulesList.Command(), RulesShow.Command() },
    new Command("audit", "操作記録を扱います。") { AuditVerify.Command() },
    new Command("masters", "訪問看護療養費マスターを扱います。") { MastersImport.Command(), MastersList.Command() },
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
return (int)ExitCode.Unusable;
