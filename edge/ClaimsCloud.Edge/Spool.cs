namespace ClaimsCloud.Edge;

/// <summary>The connector's own copies of what is under way. They hold patient data: nobody else may read them, and they go when they are no longer needed.</summary>
internal sealed class Spool {
    private readonly string _folder;
    private readonly Disk _disk;

    public Spool(string dataFolder, Disk disk) => (_folder, _disk) = (PrivateFolder.Open(Path.Combine(dataFolder, "spool")), disk);

    public string Of(Job job) => Path.Combine(_folder, $"job-{job.Id}");

    public string Of(CollectedFile file) => Path.Combine(_folder, $"file-{file.Key}");

    /// <summary>Makes the names of new copies survive a power cut, before the ledger relies on them.</summary>
    public void Flush() => _disk.FlushFolder(_folder);

    /// <summary>Removes what an ended process or a refused job left behind.</summary>
    public void Sweep(Ledger ledger) {
        var needed = ledger.OpenJobs().Select(Of).Concat(ledger.OpenExchanges().Select(e => Of(e.Job))).Concat(ledger.OpenFiles().Select(Of)).ToHashSet(StringComparer.Ordinal);
        foreach (var copy in Directory.GetFiles(_folder))
            if (!needed.Contains(copy)) _disk.Delete(copy);
    }
}
