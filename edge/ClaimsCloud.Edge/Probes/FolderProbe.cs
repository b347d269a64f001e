using System.Security.Cryptography;

namespace ClaimsCloud.Edge.Probes;

/// <summary>A folder of the terminal, layer by layer. It makes one file of its own and removes it; nothing else is touched.</summary>
internal static class FolderProbe {
    public static async Task Read(Layers layers, string folder) {
        await layers.Check("name", Owner.Site, () => Directory.Exists(folder) ? null : $"フォルダー {folder} が見つかりません。端末の電源、LAN、フォルダーの名前を確かめてください。");
        await layers.Check("rights", Owner.Site, () => Try(() => Directory.GetFileSystemEntries(folder), $"フォルダー {folder} の中を見る権限がありません。共有とセキュリティの設定を確かめてください。"));
    }

    public static async Task ReadAndWrite(Layers layers, string folder) {
        await Read(layers, folder);
        var file = Path.Combine(folder, $".claimscloud-probe-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        var renamed = file + "-2";
        var content = RandomNumberGenerator.GetBytes(1000);
        await layers.Check("write", Owner.Site, () => Try(() => {
            using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write)) {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(content)) throw new IOException("other bytes came back");
        }, $"フォルダー {folder} に書き込めません。書き込みの権限と空き容量を確かめてください。"));
        await layers.Check("rename", Owner.Site, () => Try(() => {
            if (!DurableFiles.MoveNew(file, renamed)) throw new IOException("the name is taken");
        }, $"フォルダー {folder} でファイルの名前を変えられません。「変更」の権限を確かめてください。ウイルス対策ソフトの対象からこのフォルダーを外す必要があるかもしれません。"));
        await layers.Check("delete", Owner.Site, () => Try(() => File.Delete(renamed), $"フォルダー {folder} でファイルを消せません。「変更」の権限を確かめてください。"));
        foreach (var left in (string[])[file, renamed]) Try(() => File.Delete(left), "");
    }

    private static string? Try(Action act, string sentence) {
        try {
            act();
            return null;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            return sentence;
        }
    }
}
