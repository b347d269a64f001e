using System.CommandLine;
using System.Runtime.InteropServices;
using ClaimsCloud.Edge;

var data = new Option<DirectoryInfo>("--data") { Description = "コネクターの作業フォルダー。", Required = true };
var url = new Option<string>("--url") { Description = "クラウドのアドレス。", Required = true };
var code = new Option<string>("--code") { Description = "画面で発行した登録コード。", Required = true };
var name = new Option<string>("--name") { Description = "このPCの呼び名。", Required = true };
var terminalOut = new Option<DirectoryInfo>("--terminal-out") { Description = "請求ファイルを置くフォルダー。", Required = true };
var terminalIn = new Option<DirectoryInfo>("--terminal-in") { Description = "結果のファイルが保存されるフォルダー。", Required = true };

var enrol = new Command("enrol", "このPCを登録します。") { url, code, name, data, terminalOut, terminalIn };
enrol.SetAction(async (parsed, stop) => {
    try {
        var settings = await Enrolment.Enrol(CloudAddress.Parse(parsed.GetRequiredValue(url)), parsed.GetRequiredValue(code), parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(terminalOut).FullName, parsed.GetRequiredValue(terminalIn).FullName, stop);
        Console.WriteLine($"{settings.StationName} に登録しました。");
        return 0;
    } catch (HttpRequestException e) {
        await Console.Error.WriteLineAsync($"クラウドにつながりません。アドレスとネットワークを確かめてください（{e.StatusCode?.ToString() ?? e.HttpRequestError.ToString()}）。");
        return 1;
    } catch (Exception e) when (e is InvalidOperationException or IOException) {
        await Console.Error.WriteLineAsync($"登録できませんでした。{e.Message}");
        return 1;
    }
});

var run = new Command("run", "動かし続けます。") { data };
run.SetAction(async (parsed, stop) => {
    try {
        using var host = EdgeHost.Build(new EdgeOptions(parsed.GetRequiredValue(data).FullName) { Log = Console.Out });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => {
            signal.Cancel = true;
            ending.Cancel();
        });
        await host.Run(ending.Token);
        return 0;
    } catch (InvalidOperationException e) {
        await Console.Error.WriteLineAsync(e.Message);
        return 2;
    }
});

return await new RootCommand("訪問看護請求クラウドのコネクターです。") { enrol, run }.Parse(args).InvokeAsync();
