using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>The sealed bytes of a job, fetched in pieces into the spool.</summary>
internal sealed class JobContent(EdgeOptions options, Spool spool, Disk disk, CloudLink cloud, Alarms alarms) {
    /// <returns>Their hash, which is the sealed one.</returns>
    public async Task<string> Fetch(Job job, CancellationToken stop) {
        options.Checkpoint("before file fetch");
        await using (var copy = new FileStream(spool.Of(job), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)) {
            while (copy.Length < job.Size) await cloud.Download(EdgeRoutes.JobContent, job.Id, copy, stop);
            copy.Flush(flushToDisk: true);
        }
        spool.Flush();
        options.Checkpoint("after file fetch");
        var hash = disk.Hash(spool.Of(job));
        alarms.Set(Alarms.ContentDamaged, hash != job.Sha256, job.Id);
        if (hash == job.Sha256) return hash;
        // Half a download of another try, or a broken line: begin anew. The job stays where it was.
        disk.Delete(spool.Of(job));
        throw new HttpRequestException("the content is not the sealed one");
    }
}
