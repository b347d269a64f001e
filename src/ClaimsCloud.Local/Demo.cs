using ClaimsCloud.Contracts;
using ClaimsCloud.Edge;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Local;

/// <summary>The whole product with two demo stations, until it is stopped. What was done stays in the data folder.</summary>
internal static class Demo {
    /// <summary>The doubles of Azure forget everything when they stop, so what belongs to their data begins anew too.</summary>
    public static string DefaultFolder(StoreKind stores) => stores == StoreKind.Azure
        ? Directory.CreateTempSubdirectory("claimscloud-azure-").FullName
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ClaimsCloud");

    /// <param name="fleet">So many fictional stations beside the two, for the desk; only with embedded stores.</param>
    public static async Task<int> Run(string folder, int port, StoreKind stores, int fleet, CancellationToken stop) {
        var keys = await LocalKeys.Of(folder, stop);
        if (fleet > 0 && stores == StoreKind.Embedded) await FleetSeed.Write(Path.Combine(folder, "cloud"), fleet, TimeProvider.System.GetUtcNow(), open: true, stop, keys.Stores);
        var stations = DemoStation.Two(folder);
        await using var cloud = await LocalCloud.Start(folder, keys, stations, port, await LocalStores.Open(stores, folder, stop));
        foreach (var station in stations) await Prepare(cloud, folder, station, stop);
        await cloud.Functions.AddDeskAccount(DemoStation.DeskLogin, "サポートデスク", DemoStation.Password, stop, totpKey: DemoStation.TotpKey);
        await cloud.Functions.AddDeskAccount(DemoStation.EngineerLogin, "サポート技術者", DemoStation.Password, stop, InternalToken.EngineerRole, DemoStation.TotpKey);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = new List<Task> { MakeCases(cloud, ending) };
        Print(cloud, folder, stations);
        foreach (var station in stations) running.Add(Connect(station, cloud.ClosedNetwork, ending.Token));
        await Task.WhenAll(running);
        return 0;
    }

    /// <summary>Beside the rest: nobody who comes for the claims has to wait for it.</summary>
    private static async Task MakeCases(LocalCloud cloud, CancellationTokenSource ending) {
        try {
            await DemoCases.Make(cloud, TimeProvider.System, ending.Token);
            Console.WriteLine("導入の案件がそろいました。");
        } catch (OperationCanceledException) when (ending.IsCancellationRequested) {
            return;
        } catch {
            await ending.CancelAsync();
            throw;
        }
    }

    /// <summary>On the first start: account, sample file, enrolled connector. On later ones everything is there.</summary>
    private static async Task Prepare(LocalCloud cloud, string folder, DemoStation station, CancellationToken stop) {
        await cloud.Functions.OpenStation(new(station.Name, station.Code, station.Login, $"{station.Name[..2]} 花子", DemoStation.Password) { TotpKey = DemoStation.TotpKey }, stop);
        var sample = SampleOf(folder, station);
        Directory.CreateDirectory(Path.GetDirectoryName(sample)!);
        await File.WriteAllBytesAsync(sample, UkeText.Sample(station.Sample), stop);
        foreach (var (name, bytes) in ((string, byte[])[])[("1-はじめの20件", ReturnStory.TwentyClaims(station.Code)), ("2-訂正した2件", ReturnStory.Corrected(station.Code)), ("3-国保へ分けた1件", ReturnStory.OfTheOtherPayer(station.Code))])
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(ReturnsOf(folder, station), name)).FullName, "RECEIPTH.UKE"), bytes, stop);
        if (File.Exists(Path.Combine(station.ConnectorFolder, "settings.json")) && EdgeSettings.Load(station.ConnectorFolder).Cloud == cloud.Address) return;
        using var screen = new Screen(cloud.Address);
        await screen.SignIn(station.Login, DemoStation.Password, TimeProvider.System);
        if (Directory.Exists(station.ConnectorFolder)) Directory.Delete(station.ConnectorFolder, recursive: true);
        _ = new OqsSimulator(station.OqsFolder, TimeProvider.System, 1);
        await Enrolment.Enrol(new EdgeSettings(cloud.Address, "", "", station.Terminal.Out, station.Terminal.In) { OqsRoot = station.OqsFolder }, await screen.NewEnrolmentCode(), "受付のPC", station.ConnectorFolder, stop);
    }

    private static async Task Connect(DemoStation station, OnlineClaimsSystem switches, CancellationToken stop) {
        using var connector = EdgeHost.Build(TroubledPc.Options(station.ConnectorFolder, switches));
        await Task.WhenAll(connector.Run(stop), new OqsSimulator(station.OqsFolder, TimeProvider.System, 1).Run(TimeSpan.FromSeconds(1), stop));
    }

    private static string SampleOf(string folder, DemoStation station) => Path.Combine(folder, "samples", station.Login, "RECEIPTH.UKE");

    private static string ReturnsOf(string folder, DemoStation station) => Path.Combine(folder, "samples", station.Login, "返戻");

    private static void Print(LocalCloud cloud, string folder, IReadOnlyList<DemoStation> stations) {
        Console.WriteLine($"""

            画面                {cloud.Address}
            オンライン請求（模擬）  {cloud.ClosedNetworkAddress}
            データ              {folder}

            ログイン名            パスワード        事業所
            """);
        foreach (var station in stations) Console.WriteLine($"{station.Login,-12}        {DemoStation.Password}     {station.Name}");
        Console.WriteLine($"{DemoCases.Login,-12}        {DemoStation.Password}     {DemoCases.Station}");
        Console.WriteLine($"{DemoStation.DeskLogin,-12}        {DemoStation.Password}     コンダクト サポートデスク");
        Console.WriteLine($"{DemoStation.EngineerLogin,-12}        {DemoStation.Password}     コンダクト サポート技術者（担当者と操作記録も）");
        Console.WriteLine($"""

            確認コード           認証アプリにキー {DemoStation.TotpKey} を登録するか、
                                 別の窓で dotnet run --project src/ClaimsCloud.Local -- --code を実行すると出ます（1回ずつ使えます）。
            """);
        Console.WriteLine();
        foreach (var station in stations) Console.WriteLine($"""
            {station.Name}
              取り込むファイルの例  {SampleOf(folder, station)}
              返戻の練習の3つ       {ReturnsOf(folder, station)}
              端末の送信フォルダー  {station.Terminal.Out}
              端末の受信フォルダー  {station.Terminal.In}
            """);
        Console.WriteLine($"""

            はじめに: 画面を開き、{stations[0].Login} でログインして、例のファイルを取り込みます。
            封印すると端末に届きます。模擬の画面でアップロードし、結果を保存すると、画面に戻ってきます。
            返戻の練習: 1のファイルを請求確定まで進め、模擬の画面で［はじめの2件を返戻にする］を押すと、画面の［返戻対応］に2件と金額が出ます。
            2のファイルを取り込み、1件を開いて再請求ファイルを作り、封印して送ります。もう1件には3のファイルの1件目も加えて送ります。どちらも確定すると0円に戻ります。
            模擬の画面の下で、回線を切る・空き容量をなくす・時計をずらすことができます。画面の［連携端末］に何が起きたか出ます（1分ほど、回線だけは10分待ちます）。
            導入の案件: {DemoStation.DeskLogin} でログインし、［導入の案件］を開きます（初めてのときは、300件がそろうまで1分ほどかかります）。申込みの画面は {cloud.Address}apply です。{DemoCases.Login} でログインすると、ステーションの［導入の準備］が見えます。
            終わるときは Ctrl+C を押します。
            """);
    }
}
