using System.CommandLine;
using System.Net;
using ClaimsCloud.Edge.OnSite;
using ClaimsCloud.Edge.Updates;

namespace ClaimsCloud.Edge.Commands;

internal static class RunCommand {
    private const int StatusPort = 8766;
    /// <summary>Not 0, so that the service manager starts again what stands under the name now.</summary>
    private const int OtherProgram = 75;

    public static Command Make() {
        var data = DataFolder.Option();
        var port = new Option<int>("--status-port") { Description = "この PC だけで開ける状態の画面のポート番号。0 で画面を出しません。", DefaultValueFactory = _ => StatusPort };
        var service = new Option<bool>("--service") { Description = "Windows のサービスとして動きます。", Hidden = true };
        var scan = new Option<double>("--scan-every") { Description = "フォルダーを見る間隔（秒）。", DefaultValueFactory = _ => 5 };
        var command = new Command("run", "動かし続けます。") { data, port, scan, service };
        command.SetAction(async (parsed, stop) => {
            var folder = parsed.GetRequiredValue(data).FullName;
            Task<int> Work(CancellationToken end) => Run(new EdgeOptions(folder) { ScanEvery = TimeSpan.FromSeconds(parsed.GetValue(scan)) }, parsed.GetValue(port), end);
            return parsed.GetValue(service) && OperatingSystem.IsWindows() ? await WindowsService.Run(Work) : await Work(stop);
        });
        return command;
    }

    private static async Task<int> Run(EdgeOptions options, int port, CancellationToken stop) {
        var folder = options.DataFolder;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var terminated = Termination.Ends(ending);
        // An installed service is there before anybody has enrolled it; it waits.
        while (!File.Exists(Path.Combine(folder, "settings.json")) && !ending.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromSeconds(2), ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        if (ending.IsCancellationRequested) return 0;
        try {
            using var log = new LogFile(folder);
            var trial = new Trial(options.Program, folder, options.Time);
            if (!trial.MayGoOn()) return OtherProgram;
            using var host = EdgeHost.Build(options = options with { Log = log, Heard = trial.Lives });
            var updating = Watch(new UpdateWatch(options, trial, () => host.Today, EdgeSettings.Load(folder).Ring), options.Time, ending);
            var page = port == 0 ? Task.CompletedTask : Show(new StatusPage(host.Report, () => host.SupportText(log), port), ending.Token);
            await host.Run(ending.Token);
            await ending.CancelAsync();
            await page;
            return await updating ? OtherProgram : 0;
        } catch (InvalidOperationException e) {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <returns>True when another program has to be started in the place of this one.</returns>
    private static async Task<bool> Watch(UpdateWatch watch, TimeProvider time, CancellationTokenSource ending) {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try {
            while (await minute.WaitForNextTickAsync(ending.Token)) {
                if (!watch.Look()) continue;
                await ending.CancelAsync();
                return true;
            }
        } catch (OperationCanceledException) {
            // The end.
        }
        return false;
    }

    /// <summary>A page that cannot be shown is no reason to leave claims lying.</summary>
    private static async Task Show(StatusPage page, CancellationToken stop) {
        try {
            await page.Run(stop);
        } catch (HttpListenerException e) {
            await Console.Error.WriteLineAsync($"状態の画面 {page.Address} を開けません（{e.ErrorCode}）。");
        }
    }
}
