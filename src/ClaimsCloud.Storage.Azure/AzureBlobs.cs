using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Storage.Azure;

/// <summary>The blob container of one scope, made with its first blob.</summary>
internal sealed class AzureBlobs(BlobContainerClient container) : IBlobs {
    private const int BlockBytes = 4 * 1024 * 1024;
    private static readonly BlobRequestConditions MustBeNew = new() { IfNoneMatch = ETag.All };
    private bool known;

    public Task<BlobReceipt?> Put(string name, Stream content, CancellationToken stop) => AzureOutage.Of(() => PutBlob(name, content, stop), stop);

    public Task<BlobContent?> Open(string name, long offset, long? length, CancellationToken stop) => AzureOutage.Of(() => OpenBlob(name, offset, length, stop), stop);

    public Task<IReadOnlyList<string>> List(string prefix, CancellationToken stop) => AzureOutage.Of(() => ListBlobs(prefix, stop), stop);

    public Task Delete(string name, CancellationToken stop) => AzureOutage.Of(() => container.GetBlockBlobClient(Checked(name)).DeleteIfExistsAsync(cancellationToken: stop), stop);

    private async Task<BlobReceipt?> PutBlob(string name, Stream content, CancellationToken stop) {
        var blob = container.GetBlockBlobClient(Checked(name));
        if (!known) await container.CreateIfNotExistsAsync(cancellationToken: stop);
        known = true;
        try {
            return await Upload(blob, content, stop);
        } catch (RequestFailedException e) when (e.Status is 409 or 412 && e.ErrorCode is "BlobAlreadyExists" or "ConditionNotMet") {
            // The account says 412 or 409, depending on the call; Azurite always 409.
            return null;
        } catch (RequestFailedException e) when (e.ErrorCode == "InvalidBlockList") {
            // Whoever commits first also throws away the blocks of all others.
            return null;
        }
    }

    private async Task<BlobContent?> OpenBlob(string name, long offset, long? length, CancellationToken stop) {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var blob = container.GetBlockBlobClient(Checked(name));
        try {
            BlobProperties found = await blob.GetPropertiesAsync(cancellationToken: stop);
            var from = Math.Min(offset, found.ContentLength);
            return new(new BlobRange(blob, found.ETag, from, Math.Min(length ?? long.MaxValue, found.ContentLength - from)), found.ContentLength);
        } catch (RequestFailedException e) when (e.Status == 404) {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> ListBlobs(string prefix, CancellationToken stop) {
        var names = new List<string>();
        try {
            await foreach (var blob in container.GetBlobsAsync(prefix: prefix, cancellationToken: stop)) names.Add(blob.Name);
        } catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound) {
            return [];
        }
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static async Task<BlobReceipt> Upload(BlockBlobClient blob, Stream content, CancellationToken stop) {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (block, blocks, size) = (new byte[BlockBytes], new List<string>(), 0L);
        // Blocks that are not committed yet belong to the name and not to the writer: two writers with the same block ids would mix their contents.
        var writer = RandomNumberGenerator.GetBytes(16);
        while (true) {
            var read = await content.ReadAtLeastAsync(block, BlockBytes, throwOnEndOfStream: false, stop);
            hash.AppendData(block, 0, read);
            size += read;
            if (read < BlockBytes && blocks.Count == 0) {
                await blob.UploadAsync(new MemoryStream(block, 0, read), new BlobUploadOptions { Conditions = MustBeNew }, stop);
                break;
            }
            if (read > 0) {
                blocks.Add(Convert.ToBase64String([.. writer, .. BitConverter.GetBytes(blocks.Count)]));
                await blob.StageBlockAsync(blocks[^1], new MemoryStream(block, 0, read), cancellationToken: stop);
            }
            if (read == BlockBytes) continue;
            await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = MustBeNew }, stop);
            break;
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static string Checked(string name) => BlobNames.IsName(name) ? name : throw new ArgumentException($"'{name}' is not a blob name.");
}
