using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Takes a station out of this installation, because it left or lives in other stores now: first nobody enters it any more, then all of it is written into an archive and read back, then what the archive
/// holds is removed here, and nothing else. After a crash it is repeated with the same file. Not an endpoint: whoever runs the host calls it.
/// </summary>
public static class RemoveStation {
    /// <param name="file">For the archive: empty at first, whole at a repetition. One with other contents is not touched.</param>
    public static async Task<Outcome<ArchiveProof>> Handle(TenantId tenant, Stream file, IStores stores, TimeProvider time, IdSource ids, CancellationToken stop) {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(stores);
        if (!DocumentLimits.IsId(tenant.Value)) return Refusals.NotFound;
        var (scope, at) = (stores.Open(ScopeName.Of(tenant)), stores.Open(ScopeName.Platform));
        var platform = new PlatformScope(at.Documents, at.Blobs, time, ids);
        if (file.Length > 0 && await Departed(tenant, platform, stop) is not { Value: { Seal: not null, RemovedAt: null } }) return Refusals.ArchiveInTheWay;
        if (await Leave(tenant, at.Rows, platform, stop) is not { } departed) return Refusals.NotFound;
        var seal = departed.Value.Seal;
        if (seal is null) {
            // It came back in the middle of a removal, and the file is that one's archive.
            if (file.Length > 0) return Refusals.ArchiveInTheWay;
            // So long a process that had it open lets its people in.
            await Task.Delay(TenantDirectory.Believed, time, stop);
            seal = (await BackUpTenant.Write(tenant, [departed.Value.Entry, .. await PlatformRows.Of(tenant, at.Rows, stop)], scope, file, stop)).Seal;
            // The last copy: what a power cut takes from the disk's cache could not be written again.
            if (file is FileStream disk) disk.Flush(flushToDisk: true);
        }
        using var archive = ArchiveReader.Open(file);
        if (archive is null || await archive.Verified(seal, stop) is not { } manifest) return Refusals.ArchiveDamaged;
        var contents = new ArchiveContents(archive, manifest);
        if (departed.Value.Seal is null) {
            if (!await HasAll(contents, tenant, scope, at.Rows, stop)) {
                file.SetLength(0);
                return Refusals.StationInUse;
            }
            departed = await Change(departed, departed.Value with { Seal = seal }, null, platform, stop);
        }
        // First what lets people and devices in, last the contents, which nothing names any more.
        await Remove(await PlatformRows.Of(tenant, at.Rows, stop), contents, at, ids, stop);
        await foreach (var part in scope.Rows.Read(stop).Chunk(DocumentLimits.BatchOperations).WithCancellation(stop)) await Remove(part, contents, scope, ids, stop);
        foreach (var blob in await scope.Blobs.List("", stop)) {
            if (!await contents.HasBlob(blob, scope.Blobs, stop)) throw Foreign(blob);
            await scope.Blobs.Delete(blob, stop);
        }
        await Change(departed, departed.Value with { RemovedAt = platform.Now }, new(AuditAct.StationRemoved, Caller.Host, tenant.Value, seal), platform, stop);
        return ArchiveProof.Of(seal, manifest);
    }

    /// <summary>Null when there is no such station, or nothing of it any more.</summary>
    private static async Task<Stored<DepartedStation>?> Leave(TenantId tenant, IScopeRows rows, PlatformScope platform, CancellationToken stop) {
        var before = await Departed(tenant, platform, stop);
        if (await platform.Documents.Get(Tenant.Kind, tenant.Value, stop) is not { } entry) return before is { Value.RemovedAt: null } ? before : null;
        var departed = new DepartedStation((await PlatformRows.Of(tenant, rows, stop)).Single(PlatformRows.IsEntry), platform.Now, null, null);
        var batch = platform.Batch().Delete(entry);
        // One that came back, and leaves again.
        batch = before is null ? batch.Create(DepartedStation.Kind, DepartedStation.IdOf(tenant), departed) : batch.Replace(before, departed);
        if (await platform.Commit(batch, new Act(AuditAct.StationLeft, Caller.Host, tenant.Value), stop) != CommitResult.Committed) throw new IOException($"The entry of {tenant} was changed just now.");
        return await Departed(tenant, platform, stop);
    }

    private static Task<Stored<DepartedStation>?> Departed(TenantId tenant, PlatformScope platform, CancellationToken stop) => platform.Documents.Get(DepartedStation.Kind, DepartedStation.IdOf(tenant), stop);

    private static async Task<bool> HasAll(ArchiveContents contents, TenantId tenant, ScopeStores scope, IScopeRows platform, CancellationToken stop) {
        if (!(await PlatformRows.Of(tenant, platform, stop)).All(contents.Has)) return false;
        await foreach (var row in scope.Rows.Read(stop))
            if (!contents.Has(row)) return false;
        foreach (var blob in await scope.Blobs.List("", stop))
            if (!await contents.HasBlob(blob, scope.Blobs, stop)) return false;
        return true;
    }

    private static async Task Remove(IReadOnlyList<ScopeRow> rows, ArchiveContents contents, ScopeStores from, IdSource ids, CancellationToken stop) {
        if (rows.FirstOrDefault(r => !contents.Has(r)) is { } foreign) throw Foreign(foreign.Id);
        foreach (var message in rows.OfType<MessageRow>()) await from.Outbox.Delete(message.Id, stop);
        if (rows.Any(r => r is ConsumedRow)) await from.Outbox.ForgetConsumed(DateTimeOffset.MaxValue, stop);
        foreach (var part in rows.OfType<DocumentRow>().Chunk(DocumentLimits.BatchOperations)) {
            var batch = part.Aggregate(new Batch(ids), (b, row) => b.Delete(new Stored<DocumentRow>(new(row.Kind), row.Id, row, row.Etag!)));
            if (await from.Documents.Commit(batch, stop) != CommitResult.Committed) throw Foreign(part[0].Id);
        }
    }

    private static async Task<Stored<DepartedStation>> Change(Stored<DepartedStation> was, DepartedStation now, Act? act, PlatformScope platform, CancellationToken stop) {
        var batch = platform.Batch().Replace(was, now);
        var result = act is null ? await platform.Commit(batch, stop) : await platform.Commit(batch, act, stop);
        if (result != CommitResult.Committed) throw new IOException($"{was.Id} was changed just now: it is being removed twice.");
        return (await platform.Documents.Get(DepartedStation.Kind, was.Id, stop))!;
    }

    private static IOException Foreign(string what) => new($"{what} is not as it is in the archive: it was written after all, and is still here.");
}
