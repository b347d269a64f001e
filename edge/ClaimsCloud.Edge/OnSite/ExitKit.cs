using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Edge.OnSite;

/// <summary>
/// For the night of the 10th when cloud or connector are down: the file that was sealed last for each payer, and what a person does with it. It lies sealed on the
/// site's own disk; the key is the system's to give.
/// </summary>
internal sealed class ExitKit(string dataFolder) {
    private const string Extension = ".sealed";
    private const string Care = "c", CareName = "KAIGO.CSV";
    private readonly string _folder = PrivateFolder.Open(Path.Combine(dataFolder, "exit-kit"));

    /// <summary>Names of the sealed folders that the kit has a file of.</summary>
    public IReadOnlyList<string> Held => [.. Directory.GetFiles(_folder, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>Keeps a placed file; those of the same payer before it go.</summary>
    /// <param name="folder">The job's folder, month and payer in front (<c>202411-s-…</c>; <c>c</c> is 介護).</param>
    public void Keep(string folder, string content) {
        var path = Path.Combine(_folder, folder + Extension);
        if (!File.Exists(path)) {
            SealedFile.Seal(content, path + ".part", Passphrase(), SealedFile.RoundsForKey);
            File.Move(path + ".part", path, overwrite: true);
        }
        foreach (var former in Held.Where(h => h != folder && PayerOf(h) == PayerOf(folder))) File.Delete(Path.Combine(_folder, former + Extension));
    }

    /// <summary>Opens the kit into a folder of the person's choice.</summary>
    public void Open(string to, string fileName) {
        Directory.CreateDirectory(to);
        foreach (var held in Held) {
            var target = Directory.CreateDirectory(Path.Combine(to, held)).FullName;
            SealedFile.Open(Path.Combine(_folder, held + Extension), Path.Combine(target, PayerOf(held) == Care ? CareName : fileName), Passphrase());
        }
        File.WriteAllText(Path.Combine(to, "手順.txt"), Steps, Encoding.UTF8);
    }

    public const string Steps = """
        クラウドや連携ソフトが使えないときの請求の手順

        1. オンライン請求の端末で、いつものようにオンライン請求システムを開きます。
        2. このフォルダーの中の RECEIPTH.UKE を「送信」から選びます。支払基金分（s）と国保連分（k）は別々に送ります。
        3. 受付結果を確かめます。「受付不能」があれば、サポートデスクへお電話ください。
        4. 「請求確定」を押します。送信しただけでは請求になりません。
        5. 締め切りは 10 日の 24 時です。受付結果の直しは 12 日までできます。
        6. 連携ソフトが動いたら、受付結果のファイルを、いつもの保存先のフォルダーに保存してください。

        介護分（c）は、KAIGO.CSV を介護の伝送ソフトに取り込み、署名して送信します。締め切りは同じ 10 日です。

        電話：契約書の「サポートデスク」の番号へお電話ください。

        """;

    private static string PayerOf(string folder) => folder.Split('-') is [_, var payer, ..] ? payer : folder;

    private string Passphrase() {
        var path = Path.Combine(dataFolder, "kit.key");
        if (!File.Exists(path)) SecretFile.Write(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        return Encoding.ASCII.GetString(SecretFile.Read(path));
    }
}
