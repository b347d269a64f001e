using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Sensors;

namespace ClaimsCloud.Edge.Probes;

/// <summary>All ways of a site: to the cloud, to the closed network, to the terminal's folders; and that the two networks do not meet in this PC.</summary>
internal static class SiteProbe {
    private const int Https = 443;

    public static async Task<IReadOnlyList<ProbeResult>> Run(string dataFolder, CancellationToken stop) {
        var settings = EdgeSettings.Load(dataFolder);
        return [
            .. await Cloud(dataFolder, settings, stop), .. await ClosedNetwork(settings, stop),
            .. await Folder("out", layers => FolderProbe.ReadAndWrite(layers, settings.TerminalOut)), .. await Folder("in", layers => FolderProbe.Read(layers, settings.TerminalIn)),
            .. settings.CareOut is { } careOut ? await Folder("care-out", layers => FolderProbe.ReadAndWrite(layers, careOut)) : [],
            .. settings.CareIn is { } careIn ? await Folder("care-in", layers => FolderProbe.Read(layers, careIn)) : [],
            .. await Separation(),
        ];
    }

    private static async Task<IReadOnlyList<ProbeResult>> Cloud(string dataFolder, EdgeSettings settings, CancellationToken stop) {
        var layers = new Layers("cloud");
        var way = settings.Relay is null ? settings.Cloud : settings.Relay.Address;
        if (way is not null) await LineProbe.Check(layers, way.Host, way.Port, way.Scheme == Uri.UriSchemeHttps, Owner.Site, stop);
        await layers.Check("account", Owner.Desk, () => Account(dataFolder, settings, stop));
        return layers.Results;
    }

    private static async Task<string?> Account(string dataFolder, EdgeSettings settings, CancellationToken stop) {
        using var key = DeviceKey.Load(dataFolder);
        using var line = new CloudLine(new EdgeOptions(dataFolder), settings, key, settings.Way(dataFolder, TimeProvider.System));
        try {
            await line.Call<object>(_ => new(HttpMethod.Get, EdgeRoutes.FileProgress.Replace("{contentKey}", "probe", StringComparison.Ordinal)), (answer, _) => Task.FromResult<object>(answer.StatusCode), TimeSpan.Zero, stop);
            return null;
        } catch (NotThisDeviceException e) {
            return $"このPCの登録は使えません（{e.Code}）。画面で新しい登録コードを発行して登録し直すか、サポートデスクへご連絡ください。";
        } catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.Unauthorized) {
            return "クラウドがこのPCを確認できません。サポートデスクへご連絡ください。";
        } catch (Exception e) when (e is HttpRequestException or CloudRefusedException) {
            return "クラウドの応答が正しくありません。プロキシや、ログインの画面を出すネットワークがないか確かめてください。";
        }
    }

    private static async Task<IReadOnlyList<ProbeResult>> ClosedNetwork(EdgeSettings settings, CancellationToken stop) {
        if (settings.ClosedNetwork is not { } server)
            return [new("closed-network", "name", Verdict.NotChecked, "閉域網のサーバーが設定されていないため、確かめていません。", Owner.Desk)];
        var layers = new Layers("closed-network");
        var port = server.LastIndexOf(':') is > 0 and var colon && int.TryParse(server[(colon + 1)..], out var given) ? given : Https;
        await LineProbe.Check(layers, server.Split(':')[0], port, withTls: port == Https, Owner.LinePartner, stop);
        return layers.Results;
    }

    private static async Task<IReadOnlyList<ProbeResult>> Folder(string target, Func<Layers, Task> probe) {
        var layers = new Layers(target);
        await probe(layers);
        return layers.Results;
    }

    private static async Task<IReadOnlyList<ProbeResult>> Separation() {
        var layers = new Layers("separation");
        await layers.Check("forwarding", Owner.LinePartner, () => Forwarding.Found() is { Count: > 0 } found
            ? $"この PC が2つのネットワークの間で通信を転送する設定になっています（{string.Join('、', found)}）。転送を止めてください。" : null);
        return layers.Results;
    }
}
