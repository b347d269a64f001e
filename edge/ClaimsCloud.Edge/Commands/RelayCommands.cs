using System.CommandLine;
using ClaimsCloud.Edge.OnSite;
using ClaimsCloud.Edge.Relay;

namespace ClaimsCloud.Edge.Commands;

/// <summary>For a site with two PCs: each shows its key, and the one with internet passes on what the terminal says.</summary>
internal static class RelayCommands {
    public static Command Key() {
        var data = DataFolder.Option();
        var command = new Command("relay-key", "もう一方のPCに教える、このPCの鍵を表示します。") { data };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            using var key = RelayKey.LoadOrCreate(PrivateFolder.Open(parsed.GetRequiredValue(data).FullName));
            Console.WriteLine(key.PublicKey);
            return Task.CompletedTask;
        }));
        return command;
    }

    public static Command Uplink() {
        var data = DataFolder.Option();
        var url = AddressOption.Required("--url", "クラウドのアドレス。");
        var terminalKey = new Option<string>("--terminal-key") { Description = "端末の鍵（端末の relay-key が表示したもの）。", Required = true };
        var listen = AddressOption.Make("--listen", "端末からの接続を待つ、このPCの LAN のアドレス（http://アドレス:ポート/）。");
        var share = new Option<DirectoryInfo?>("--share") { Description = "中継に使う共有フォルダー。" };
        var command = new Command("uplink", "インターネットのない端末のために、クラウドとの通信を中継します。") { data, url, terminalKey, listen, share };
        command.SetAction((parsed, stop) => DataFolder.Saying(async () => {
            if (!RelayKey.IsPublicKey(parsed.GetRequiredValue(terminalKey))) throw new InvalidOperationException("--terminal-key が正しくありません。");
            var folder = PrivateFolder.Open(parsed.GetRequiredValue(data).FullName);
            using var log = new LogFile(folder);
            using var key = RelayKey.LoadOrCreate(folder);
            using var uplink = new Uplink(parsed.GetRequiredValue(url)!, key, parsed.GetRequiredValue(terminalKey), new Alarms(log, TimeProvider.System));
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var terminated = Termination.Ends(ending);
            var doors = new List<Task>();
            if (parsed.GetValue(listen) is { } address) doors.Add(new LanDoor(uplink, address).Run(ending.Token));
            if (parsed.GetValue(share) is { } folderDoor) doors.Add(new FolderDoor(uplink, folderDoor.FullName, TimeProvider.System).Run(ending.Token));
            if (doors.Count == 0) throw new InvalidOperationException("--listen か --share を指定してください。");
            await Task.WhenAll(doors);
        }));
        return command;
    }
}
