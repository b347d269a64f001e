using System.CommandLine;
using ClaimsCloud.Edge.Probes;

namespace ClaimsCloud.Edge.Commands;

internal static class ProbeCommand {
    public static Command Make() {
        var data = DataFolder.Option();
        var command = new Command("probe", "クラウド・閉域網・フォルダーへの道を、段階ごとに調べます。止まっている段階があれば終了コードは 1 です。") { data };
        command.SetAction(async (parsed, stop) => {
            var failed = false;
            var said = await DataFolder.Saying(async () => {
                foreach (var result in await SiteProbe.Run(parsed.GetRequiredValue(data).FullName, stop)) {
                    failed |= result.Verdict == Verdict.Failed;
                    Console.WriteLine($"{Word(result.Verdict)}\t{result.Code}\t{Word(result.Owner)}\t{result.Sentence}");
                }
            });
            return failed ? 1 : said;
        });
        return command;
    }

    private static string Word(Verdict verdict) => verdict switch { Verdict.Passed => "良", Verdict.Failed => "止", _ => "未確認" };

    private static string Word(Owner owner) => owner switch { Owner.Site => "事業所", Owner.LinePartner => "導入事業者", _ => "サポートデスク" };
}
