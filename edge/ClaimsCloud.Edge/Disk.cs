namespace ClaimsCloud.Edge;

/// <summary>Every file operation of the connector that leaves a trace, with a step before and after it: a test can let the disk fail or the process end at any of them.</summary>
internal sealed class Disk(Action<string> step) {
    private long _locks;

    /// <summary>How often somebody else held a file that was there: virus scanner, indexer, a person's program.</summary>
    public long Locks => Interlocked.Read(ref _locks);

    /// <summary>As <see cref="DurableFiles.Hash"/>.</summary>
    public string? Hash(string path) {
        step("before file hash");
        var hash = DurableFiles.Hash(path);
        if (hash is null && File.Exists(path)) Interlocked.Increment(ref _locks);
        return hash;
    }

    public void Copy(string from, string to) => Do("copy", () => DurableFiles.Copy(from, to));

    /// <summary>Renames one of our own files over another one of ours.</summary>
    public void Replace(string from, string to) => Do("replace", () => File.Move(from, to, overwrite: true));

    public bool MoveNew(string from, string to) {
        step("before file move");
        var moved = DurableFiles.MoveNew(from, to);
        step("after file move");
        return moved;
    }

    public void MakeFolder(string path) => Do("folder", () => DurableFiles.MakeFolder(path));

    public void FlushFolder(string path) => Do("flush", () => DurableFiles.FlushFolder(path));

    public void Delete(string path) {
        if (File.Exists(path)) Do("delete", () => File.Delete(path));
    }

    public void WriteSecret(string path, byte[] content) => Do("write", () => DurableFiles.WriteSecret(path, content));

    private void Do(string what, Action act) {
        step($"before file {what}");
        act();
        step($"after file {what}");
    }
}
