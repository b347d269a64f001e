using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A request as a job of the connector: the bytes first, then the batch that names them.</summary>
internal static class AskFiles {
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Marks of requests: letters and digits, without meaning to anybody else.</summary>
    public static string NewMark(TenantScope tenant) => tenant.Ids.Text(Alphabet, 20);

    /// <param name="request">One that <see cref="RequestWriter"/> finds nothing wrong with: anything else is a bug of the caller.</param>
    /// <param name="root">The first step of a fetching request; null when this is one.</param>
    public static async Task<Batch> Prepare(OqsRequest request, string askId, DateTimeOffset at, int people, string? personId, (string Id, Ask Ask)? root, int fetches, TenantScope tenant, CancellationToken stop) {
        var written = RequestWriter.Write(request);
        if (written.Findings.Count > 0) throw new ArgumentException($"a request that cannot be written: {written.Findings[0].Code}", nameof(request));
        var blob = Ask.BlobOf(askId);
        var bytes = written.Content.ToArray();
        // A try that died before its commit left the bytes; ids never come twice otherwise.
        await tenant.Blobs.Delete(blob, stop);
        await tenant.Blobs.Put(blob, new MemoryStream(bytes), stop);
        var name = RequestName.New(request, at.InJapan(), tenant.Ids.Text(Alphabet, RequestName.Chance)).FileName;
        var ask = new Ask(request.Family, request.Step, name, blob, root?.Id ?? askId, root?.Ask.At ?? at, at, people, personId, fetches, AskState.Open, "");
        var job = new Job(askId, blob, "oqs", name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, tenant.Now, JobState.Waiting, null, [], JobKind.Eligibility, at);
        return tenant.Batch().Create(Ask.Kind, askId, ask).Create(Job.Kind, askId, job);
    }

    /// <summary>Commits a prepared request together with how far the station has come.</summary>
    /// <returns>False when another request of the station came in between: nothing was placed.</returns>
    public static async Task<bool> Place(Batch prepared, DateTimeOffset at, Func<EligibilityStation, EligibilityStation> asked, TenantScope tenant, CancellationToken stop) {
        var settings = await tenant.EligibilityStation(stop);
        var now = asked((settings?.Value ?? EligibilityStation.New) with { LastRequestAt = at });
        if (settings is null) prepared.Create(EligibilityStation.Kind, EligibilityStation.Id, now);
        else prepared.Replace(settings, now);
        return await tenant.Commit(prepared, stop) == CommitResult.Committed;
    }

    /// <summary>The request as it was sent.</summary>
    public static async Task<OqsRequest> Read(Ask ask, TenantScope tenant, CancellationToken stop) =>
        RequestReader.Read(OqsFileName.Parse(ask.FileName)!, await tenant.BlobBytes(ask.Blob, stop)).Request ?? throw new IOException($"The request {ask.Blob} cannot be read back.");

    public static async Task<byte[]> BlobBytes(this TenantScope tenant, string name, CancellationToken stop) {
        await using var blob = await tenant.Blobs.Open(name, 0, null, stop) ?? throw new IOException($"Blob {name} is missing.");
        var bytes = new byte[blob.Size];
        await blob.Content.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
