using System.CommandLine;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Relay;

namespace ClaimsCloud.Edge.Commands;

internal static class EnrolCommand {
    public static Command Make() {
        var data = DataFolder.Option();
        var url = AddressOption.Required("--url", "クラウドのアドレス。");
        var code = new Option<string>("--code") { Description = "画面で発行した登録コード。", Required = true };
        var name = new Option<string>("--name") { Description = "このPCの呼び名。", DefaultValueFactory = _ => Environment.MachineName };
        var terminalOut = new Option<DirectoryInfo>("--terminal-out") { Description = "請求ファイルを置くフォルダー。", Required = true };
        var terminalIn = new Option<DirectoryInfo>("--terminal-in") { Description = "結果のファイルが保存されるフォルダー。", Required = true };
        var line = new Option<string?>("--line") { Description = "閉域網の回線（ip-vpn または ipsec）。" };
        line.AcceptOnlyFromAmong(EdgeSettings.IpVpn, EdgeSettings.Ipsec);
        var closed = new Option<string?>("--closed-network") { Description = "閉域網のサーバー（名前:ポート）。probe で調べます。" };
        var oqs = new Option<DirectoryInfo?>("--oqs") { Description = "オンライン資格確認のフォルダー（req と res のある所）。" };
        var oqsConfig = new Option<DirectoryInfo?>("--oqs-config") { Description = "資格確認端末の encrypt.conf のあるフォルダー。変わったことに気づくために、要約だけを見ます。" };
        var careOut = CareFolders.Out();
        var careIn = CareFolders.In();
        var relay = AddressOption.Make("--relay", "インターネットのない端末で、中継するPCのアドレス（http://アドレス:ポート）。");
        var share = new Option<DirectoryInfo?>("--relay-share") { Description = "同じく、中継に使う共有フォルダー。" };
        var uplinkKey = new Option<string?>("--uplink-key") { Description = "中継するPCの鍵（そのPCの relay-key が表示したもの）。" };
        var ring = new Option<ReleaseRing>("--ring") { Description = "新しい版を受け取る順番（lab、friends、tenth、all）。", DefaultValueFactory = _ => ReleaseRing.All };
        var command = new Command("enrol", "このPCを登録します。") { url, code, name, data, terminalOut, terminalIn, line, closed, oqs, oqsConfig, careOut, careIn, relay, share, uplinkKey, ring };
        command.SetAction((parsed, stop) => DataFolder.Saying(async () => {
            var way = Way(parsed.GetValue(relay), parsed.GetValue(share)?.FullName, parsed.GetValue(uplinkKey));
            var wished = new EdgeSettings(parsed.GetRequiredValue(url)!, "", "", parsed.GetRequiredValue(terminalOut).FullName, parsed.GetRequiredValue(terminalIn).FullName) {
                Line = parsed.GetValue(line), ClosedNetwork = parsed.GetValue(closed), Relay = way, Ring = parsed.GetValue(ring),
                OqsRoot = parsed.GetValue(oqs)?.FullName, OqsConfig = parsed.GetValue(oqsConfig)?.FullName,
                CareOut = parsed.GetValue(careOut)?.FullName, CareIn = parsed.GetValue(careIn)?.FullName,
            };
            var settings = await Enrolment.Enrol(wished, parsed.GetRequiredValue(code), parsed.GetRequiredValue(name), parsed.GetRequiredValue(data).FullName, stop);
            Console.WriteLine($"{settings.StationName} に登録しました。");
        }));
        return command;
    }

    private static RelaySettings? Way(Uri? address, string? share, string? key) {
        if (address is null && share is null) return null;
        if (address is not null && share is not null) throw new InvalidOperationException("--relay と --relay-share は、どちらか一方を指定してください。");
        return key is not null && RelayKey.IsPublicKey(key) ? new(address, share, key) : throw new InvalidOperationException("--uplink-key に、中継するPCの鍵を指定してください。");
    }
}
