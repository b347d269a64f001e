using System.CommandLine;
using ClaimsCloud.Local;

var once = new Option<bool>("--once") { Description = "1つのファイルの送付から結果までを無人で行い、証跡を出して終わります。" };
var returns = new Option<bool>("--returns") { Description = "20件を請求し、2件の返戻を直して再請求するまでを無人で行い、未確定の金額の動きを出して終わります。" };
var card = new Option<bool>("--card") { Description = "月の途中で保険証が変わった利用者の、資格確認から請求ファイルまでを無人で行い、終わります。" };
var care = new Option<bool>("--care") { Description = "医療保険と介護保険の1か月を、介護の返戻と保留が片づくまで無人で進め、金額の行方を出して終わります。" };
var code = new Option<bool>("--code") { Description = "見本のアカウントの、いまと次の確認コードを出して終わります。" };
var fleet = new Option<bool>("--fleet") { Description = "サポートデスクの画面に、あらゆる状態の架空のステーション300か所を加えます。" };
var claim = new Option<FileInfo?>("--claim") { Description = "--once で送る請求ファイル。省くと手引きの例から作ったファイルです。" };
var data = new Option<DirectoryInfo?>("--data") { Description = "データのフォルダー。" };
var port = new Option<int>("--port") { Description = "画面のポート番号。", DefaultValueFactory = _ => 8080 };
var stores = new Option<StoreKind>("--stores") { Description = "データの置き場所。embedded（このPCのファイル）または azure（Cosmos DB と Blob）。" };

const int FleetStations = 300;
var root = new RootCommand("訪問看護請求クラウドを1台のPCで動かします。") { once, returns, card, care, fleet, code, claim, data, port, stores };
root.SetAction(async (parsed, stop) => {
    try {
        if (parsed.GetValue(code)) return DemoCode.Print(TimeProvider.System);
        return parsed.GetValue(returns) ? await ReturnsShow.Run(parsed.GetValue(stores), stop)
            : parsed.GetValue(care) ? await CareShow.Run(stop)
            : parsed.GetValue(card) ? await CardDemo.Run(stop)
            : parsed.GetValue(once) ? await Journey.Run(parsed.GetValue(claim), parsed.GetValue(stores), stop)
            : await Demo.Run(parsed.GetValue(data)?.FullName ?? Demo.DefaultFolder(parsed.GetValue(stores)), parsed.GetValue(port), parsed.GetValue(stores), parsed.GetValue(fleet) ? FleetStations : 0, stop);
    } catch (StoresMissingException e) {
        await Console.Error.WriteLineAsync(e.InnerException is { } why ? $"{e.Message}\n{why.Message.Split('\n')[0]}" : e.Message);
        return 2;
    }
});
var arguments = root.Parse(args);
if (arguments.Errors.Count == 0) return await arguments.InvokeAsync();
foreach (var error in arguments.Errors) await Console.Error.WriteLineAsync(error.Message);
return 2;
