using System.CommandLine;

namespace ClaimsCloud.Edge.Commands;

/// <summary>The folders of the software that signs and sends 介護 claims: said at enrolment, at the move to another PC, or later on.</summary>
internal static class CareFolders {
    public static Option<DirectoryInfo?> Out() => new("--care-out") { Description = "介護の伝送ソフトの取込フォルダー。介護の請求ファイルを置きます。" };

    public static Option<DirectoryInfo?> In() => new("--care-in") { Description = "介護の伝送ソフトが、連合会から届いたファイルを置くフォルダー。省くと、結果のフォルダーだけを見ます。" };

    public static Command Set() {
        var data = DataFolder.Option();
        var (careOut, careIn) = (Out(), In());
        careOut.Required = true;
        var command = new Command("care-folders", "介護の伝送ソフトのフォルダーを登録します。先にサービスを止めてください。") { data, careOut, careIn };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var folder = parsed.GetRequiredValue(data).FullName;
            using var claim = PrivateFolder.Claim(folder);
            var settings = EdgeSettings.Load(folder) with { CareOut = parsed.GetValue(careOut)!.FullName, CareIn = parsed.GetValue(careIn)?.FullName };
            if (settings.Folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing) throw new InvalidOperationException($"フォルダー {missing} がありません。");
            settings.Save(folder);
            using var ledger = new Ledger(folder, _ => { });
            TerminalFolder.Accept(ledger);
            Sensors.PcHealth.Accept(ledger);
            Console.WriteLine("登録しました。");
            return Task.CompletedTask;
        }));
        return command;
    }
}
