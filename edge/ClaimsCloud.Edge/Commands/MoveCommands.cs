using System.CommandLine;

namespace ClaimsCloud.Edge.Commands;

/// <summary>The move to another PC, in one sitting: export here, import there. The passphrase comes by the environment or is asked for, never as an argument that others can see.</summary>
internal static class MoveCommands {
    private const string Variable = "CLAIMS_EDGE_PASSPHRASE";
    private const int Shortest = 12;

    public static Command Export() {
        var data = DataFolder.Option();
        var bundle = new Option<FileInfo>("--bundle") { Description = "作る引っ越し用ファイル。", Required = true };
        var command = new Command("export", "新しいPCへ移すための、引っ越し用ファイルを作ります。先にサービスを止めてください。") { data, bundle };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var passphrase = Passphrase();
            if (passphrase.Length < Shortest) throw new InvalidOperationException($"合い言葉は{Shortest}文字以上にしてください。");
            SealedBundle.Export(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(bundle).FullName, passphrase);
            Console.WriteLine("作りました。新しいPCで import を実行すると、このPCの登録は使えなくなります。");
            return Task.CompletedTask;
        }));
        return command;
    }

    public static Command Import() {
        var data = DataFolder.Option();
        var bundle = new Option<FileInfo>("--bundle") { Description = "引っ越し用ファイル。", Required = true };
        var terminalOut = new Option<DirectoryInfo>("--terminal-out") { Description = "請求ファイルを置くフォルダー。", Required = true };
        var terminalIn = new Option<DirectoryInfo>("--terminal-in") { Description = "結果のファイルが保存されるフォルダー。", Required = true };
        var oqs = new Option<DirectoryInfo?>("--oqs") { Description = "オンライン資格確認のフォルダー（req と res のある所）。前のPCと同じ場所なら要りません。" };
        var oqsConfig = new Option<DirectoryInfo?>("--oqs-config") { Description = "資格確認端末の encrypt.conf のあるフォルダー。前のPCと同じ場所なら要りません。" };
        var (careOut, careIn) = (CareFolders.Out(), CareFolders.In());
        var command = new Command("import", "引っ越し用ファイルから、このPCに登録を移します。") { data, bundle, terminalOut, terminalIn, oqs, oqsConfig, careOut, careIn };
        command.SetAction((parsed, stop) => DataFolder.Saying(async () => {
            var folder = parsed.GetRequiredValue(data).FullName;
            // Run a second time, it only finishes what the first one began.
            if (!File.Exists(Path.Combine(folder, "device.key"))) SealedBundle.Open(parsed.GetRequiredValue(bundle).FullName, Passphrase(), folder);
            await Takeover.Run(folder, new(parsed.GetRequiredValue(terminalOut).FullName, parsed.GetRequiredValue(terminalIn).FullName) {
                OqsRoot = parsed.GetValue(oqs)?.FullName, OqsConfig = parsed.GetValue(oqsConfig)?.FullName, CareOut = parsed.GetValue(careOut)?.FullName, CareIn = parsed.GetValue(careIn)?.FullName,
            }, stop);
            Console.WriteLine("移しました。前のPCの連携ソフトを削除してください。引っ越し用ファイルも消してください。");
        }));
        return command;
    }

    private static string Passphrase() {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        Console.Write("合い言葉：");
        return Console.ReadLine() ?? "";
    }
}
