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
        var store = new Option<bool>("--store") { Description = "この PC の証明書ストアから期限を読み取ります。証明書を入れた人のアカウントで実行してください。" };
        var subject = new Option<string>("--subject") { Description = "--store で、名前または発行者にこの文字を含む証明書だけを見ます。", DefaultValueFactory = _ => "" };
        var command = new Command("certificate", "証明書の期限を登録します。近づくと知らせます。") { data, file, until, store, subject, care };
        command.SetAction((parsed, _) => DataFolder.Saying(() => {
            var folder = parsed.GetRequiredValue(data).FullName;
            using var claim = PrivateFolder.Claim(folder);
            var last = parsed.GetValue(until) ?? (parsed.GetValue(store) ? LastDayInStore(parsed.GetRequiredValue(subject))
                : LastDay(parsed.GetValue(file) ?? throw new InvalidOperationException("--file、--store、--until のどれかを指定してください。")));
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

    /// <summary>Of the one that a person could sign in with; where several could be meant, the person has to say which.</summary>
    private static DateOnly LastDayInStore(string subject) {
        var found = Held(StoreLocation.CurrentUser).Concat(Held(StoreLocation.LocalMachine)).Where(c => c.HasPrivateKey
            && (c.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase) || c.Issuer.Contains(subject, StringComparison.OrdinalIgnoreCase))).DistinctBy(c => c.Thumbprint).ToList();
        return found switch {
            [] => throw new InvalidOperationException("証明書ストアに、当てはまる証明書がありません。証明書を入れた人のアカウントで実行したか、確かめてください。"),
            [var one] => DayOf(one),
            _ => throw new InvalidOperationException(string.Join('\n', found.Select(c => $"{DayOf(c):yyyy-MM-dd}まで {c.Subject}（発行者 {c.Issuer}）").Prepend("証明書が2つ以上あります。--subject で1つに絞ってください。"))),
        };
    }

    private static X509Certificate2[] Held(StoreLocation location) {
        using var store = new X509Store(StoreName.My, location);
        try {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates];
        } catch (CryptographicException) {
            // A system without that store.
            return [];
        }
    }

    private static DateOnly DayOf(X509Certificate2 certificate) => BillingDays.DateIn(new DateTimeOffset(certificate.NotAfter));

    private static DateOnly LastDay(FileInfo file) {
        try {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file.FullName);
            return DayOf(certificate);
        } catch (CryptographicException e) {
            throw new InvalidOperationException("証明書のファイルとして読めません。", e);
        }
    }
}
