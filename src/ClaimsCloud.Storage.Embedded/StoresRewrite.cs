using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>
/// Writes all stores of a folder anew: encrypted, not encrypted any more, or under the newest key. The new ones are made beside the old ones, read back and counted before anything is removed; what a
/// crash leaves is thrown away before that point and brought to its end after it, whenever the folder is opened next. Needs room for both.
/// </summary>
public static class StoresRewrite {
    private const string Folder = "rewriting", Done = "rewriting.done", Sealed = "sealed", Plain = "plain";

    /// <param name="from">Keys of what is there; null when it is not encrypted.</param>
    /// <param name="to">Keys of what is to be; null for no encryption.</param>
    /// <returns>What each scope holds, the same before and after.</returns>
    public static async Task<IReadOnlyList<ScopeProof>> Run(string root, StoreKeys? from, StoreKeys? to, CancellationToken stop) {
        var proofs = new List<ScopeProof>();
        await using (var old = EmbeddedStores.Open(root, TimeProvider.System, new OutboxSignal(), from)) {
            await using (var anew = EmbeddedStores.Open(Path.Combine(root, Folder), TimeProvider.System, new OutboxSignal(), to))
                foreach (var scope in old.Scopes) proofs.Add(await CopyScope.Handle(scope, old.Open(scope), anew.Open(scope), stop));
            // While the old ones are still locked: a host that starts in between finds the new ones.
            Mark(root, to is null ? Plain : Sealed);
        }
        await using var there = EmbeddedStores.Open(root, TimeProvider.System, new OutboxSignal(), to);
        return proofs;
    }

    /// <summary>For whoever has the folder's lock.</summary>
    internal static void Finish(string root) {
        var (anew, done) = (Path.Combine(root, Folder), Path.Combine(root, Done));
        if (File.Exists(done)) {
            foreach (var name in (string[])[EmbeddedStores.PlatformFolder, EmbeddedStores.TenantsFolder]) {
                if (!Directory.Exists(Path.Combine(anew, name))) continue;
                if (Directory.Exists(Path.Combine(root, name))) Directory.Delete(Path.Combine(root, name), recursive: true);
                Directory.Move(Path.Combine(anew, name), Path.Combine(root, name));
            }
            var mark = Path.Combine(root, KeyMark.FileName);
            if (File.Exists(Path.Combine(anew, KeyMark.FileName))) File.Move(Path.Combine(anew, KeyMark.FileName), mark, overwrite: true);
            else if (File.ReadAllText(done) == Plain) File.Delete(mark);
            Disk.FlushFolder(root, root);
            File.Delete(done);
        }
        if (Directory.Exists(anew)) Directory.Delete(anew, recursive: true);
    }

    private static void Mark(string root, string what) {
        var temporary = Path.Combine(root, Done + ".new");
        using (var file = new FileStream(temporary, FileMode.Create)) {
            file.Write(System.Text.Encoding.ASCII.GetBytes(what));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, Path.Combine(root, Done), overwrite: true);
        Disk.FlushFolder(root, root);
    }
}
