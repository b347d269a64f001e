using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClaimsCloud.Edge.OnSite;

namespace ClaimsCloud.Edge.Commands;

/// <summary>What a person does now and then: say that a change was meant, enter a certificate's last day, take the files for an emergency.</summary>
internal static class CareCommands {
    public static Command Accept() {
        var data = DataFolder.Option();
        var command = new Command("accept", "今の設定とフォルダーが正しいことを認めます。先にサービスを止めてください。") { data };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var folder = parsed.GetRequiredValue(data).FullName;
            using var claim = PrivateFolder.Claim(folder);
            using var ledger = new Ledger(folder, _ => { });
            TerminalFolder.Accept(ledger);
            Sensors.PcHealth.Accept(ledger);
            return Task.CompletedTask;
        }));
        return command;
    }

    public static Command Certificate() {
        var data = DataFolder.Option();
        var file = new Option<FileInfo?>("--file") { Description = "証明書のファイル（.cer、.crt、.pem）。期限を読み取ります。" };
        var until = new Option<DateOnly?>("--until") { Description = "期限の日（2027-09-30 の形）。" };
        var care = new Option<bool>("--care") { Description = "介護請求の証明書です。" };
        var command = new Command("certificate", "証明書の期限を登録します。近づくと知らせます。") { data, file, until, care };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var folder = parsed.GetRequiredValue(data).FullName;
            using var claim = PrivateFolder.Claim(folder);
            var last = parsed.GetValue(until) ?? LastDay(parsed.GetValue(file) ?? throw new InvalidOperationException("--file か --until を指定してください。"));
            var settings = EdgeSettings.Load(folder);
            (parsed.GetValue(care) ? settings with { CareCertificateEnds = last } : settings with { CertificateEnds = last }).Save(folder);
            Console.WriteLine($"期限を {last:yyyy-MM-dd} として登録しました。");
            return Task.CompletedTask;
        }));
        return command;
    }

    public static Command Kit() {
        var data = DataFolder.Option();
        var to = new Option<DirectoryInfo>("--to") { Description = "取り出す先のフォルダー。", Required = true };
        var command = new Command("kit", "クラウドが使えないときのための、最後に封印したファイルと手順を取り出します。") { data, to };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var kit = new ExitKit(parsed.GetRequiredValue(data).FullName);
            kit.Open(parsed.GetRequiredValue(to).FullName, "RECEIPTH.UKE");
            Console.WriteLine($"{kit.Held.Count} 件を取り出しました。「手順.txt」をお読みください。");
            return Task.CompletedTask;
        }));
        return command;
    }

    private static DateOnly LastDay(FileInfo file) {
        try {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file.FullName);
            return BillingDays.DateIn(new DateTimeOffset(certificate.NotAfter));
        } catch (CryptographicException e) {
            throw new InvalidOperationException("証明書のファイルとして読めません。", e);
        }
    }
}
