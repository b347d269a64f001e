using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>Tells the cloud what the ledger holds and the cloud has not confirmed: events in their order, then files. All of it may be said twice.</summary>
internal sealed class Reporter(Ledger ledger, CloudLink cloud, Spool spool, Disk disk, DeviceKey key, Alarms alarms) {
    /// <summary>The code of a body that lost its shape on the way: the next try may be better.</summary>
    private const string DamagedOnTheWay = "hash-differs";
    /// <summary>The cloud forgot the beginning: the next try sends it anew.</summary>
    private const string PartsMissing = "parts-missing";

    public async Task Run(CancellationToken stop) {
        foreach (var open in ledger.OpenEvents()) await Report(open, stop);
        foreach (var file in ledger.OpenFiles())
            if (file.State == FileState.Copied) await Upload(file, stop);
        alarms.Set(Alarms.CloudRefused, ledger.HasRejections());
    }

    private async Task Report(OpenEvent open, CancellationToken stop) {
        try {
            var receipt = await cloud.Report(open.JobId, open.Event, stop);
            ledger.Close(open, receipt.ReceiptId);
        } catch (CloudRefusedException e) {
            alarms.Note($"event {open.Event.EventKey} refused {e.Code}");
            ledger.Close(open, "refused");
        }
    }

    private async Task Upload(CollectedFile file, CancellationToken stop) {
        if (disk.Hash(spool.Of(file)) != file.Sha256) {
            // The disk lost our copy; the person's file is still the one to take it from.
            ledger.Move(file, FileState.Copying);
            return;
        }
        try {
            var receipt = await cloud.Upload(file, spool.Of(file), key.Sign(EdgeProof.OfFile(file.Key, file.Name, file.Sha256)), stop);
            if (receipt.Sha256 != file.Sha256) throw new HttpRequestException("the cloud holds other bytes");
            ledger.Move(file, FileState.Acknowledged, receipt.ReceiptId);
            alarms.Note($"file {file.Key} acknowledged");
        } catch (CloudRefusedException e) when (e.Code is DamagedOnTheWay or PartsMissing) {
            throw new HttpRequestException("the content was damaged on the way", e);
        } catch (CloudRefusedException e) {
            alarms.Note($"file {file.Key} refused {e.Code}");
            ledger.Move(file, FileState.Rejected);
            return;
        }
        disk.Delete(spool.Of(file));
    }
}
