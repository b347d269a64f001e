using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Resubmission;

namespace ClaimsCloud.Application.Returns;

/// <summary>One of our claims as a possible answer to the question which claim came back.</summary>
internal sealed record OwnClaim(ClaimRef Ref, ClaimMatch Match, string PatientName, long? TotalYen, DateTimeOffset SentAt) {
    public ClaimCandidate Candidate => new(Ref.FileId, Ref.Number, Match.Confidence.ToString().ToLowerInvariant(), PatientName, TotalYen);
}

/// <summary>Looks through everything this station sealed for one payer, in the bytes that were sent.</summary>
internal static class OwnClaims {
    private const int MostCandidates = 5;

    /// <returns>For each returned claim, in their order, what it may be: best first, the newest first among equals.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<OwnClaim>>> Find(TenantScope tenant, string payer, IReadOnlyList<ClaimIdentity> returned, CancellationToken stop) {
        var found = returned.Select(_ => new List<OwnClaim>()).ToList();
        await foreach (var file in Sealed(tenant, payer, stop)) await Search(tenant, file, returned, found, stop);
        return [.. found.Select(list => list.OrderByDescending(c => c.Match.Confidence).ThenByDescending(c => c.SentAt).Take(MostCandidates).ToList())];
    }

    /// <summary>What the payer has of this station: all that was sealed, but what it refused or what was left out of the confirmation.</summary>
    /// <param name="months">Only claims of these are asked for, YYYYMM; null for all. A station of many years would read all of them for each seal.</param>
    /// <param name="cameBack">Claims that are not the payer's any more.</param>
    public static async Task<AlreadySent> Sent(TenantScope tenant, string payer, IReadOnlyList<string>? months, IReadOnlySet<ClaimRef> cameBack, CancellationToken stop) {
        var sent = new List<ClaimIdentity>();
        await foreach (var file in Sealed(tenant, payer, stop)) {
            if (file.Value is not { State: not ClaimFileState.PlaceRefused, Check: { } check } || !check.MayHold(months)) continue;
            var lines = new RowsReader<ClaimLine>(tenant.Blobs, check.ClaimRows).All(stop).GetAsyncEnumerator(stop);
            await using (lines) {
                foreach (var (identity, heading) in await Identities(tenant, file.Id, stop))
                    if ((!await lines.MoveNextAsync() || lines.Current is { PayerAnswer: not "refused", Claimed: not false }) && !cameBack.Contains(new(file.Id, heading.Number))) sent.Add(identity);
            }
        }
        return new(sent);
    }

    /// <summary>Every claim of a file with what it says of itself.</summary>
    public static async Task<IReadOnlyList<(ClaimIdentity Identity, Domain.Claims.ClaimHeading Heading)>> Identities(TenantScope tenant, string fileId, CancellationToken stop) {
        await using var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(fileId), 0, null, stop) ?? throw new IOException($"Bytes of {fileId} are missing.");
        return [.. Domain.Claims.ClaimFile.Claims(original.Content).Select(c => (ClaimIdentity.Of(c), c.Heading))];
    }

    public static IAsyncEnumerable<Stored<ClaimFile>> Sealed(TenantScope tenant, string payer, CancellationToken stop) =>
        tenant.Documents.All(ClaimFile.Kind, ClaimFile.BySender, IndexRange.Exactly(ClaimFile.SenderKey(tenant.StationCode, payer)), stop);

    private static async Task Search(TenantScope tenant, Stored<ClaimFile> file, IReadOnlyList<ClaimIdentity> returned, List<List<OwnClaim>> found, CancellationToken stop) {
        foreach (var (identity, heading) in await Identities(tenant, file.Id, stop))
            for (var i = 0; i < returned.Count; i++)
                if (ClaimMatch.Of(returned[i], identity) is { Confidence: > MatchConfidence.None } match)
                    found[i].Add(new(new(file.Id, heading.Number), match, heading.PatientName, heading.TotalYen, file.Value.ReceivedAt));
    }
}
