using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk;

/// <summary>How cases moved through their steps, from <see cref="CaseMoved"/>: what the funnel and the lead times are made of.</summary>
/// <param name="Moves">Each step with the day on which it was reached.</param>
internal sealed record CaseMoves(string CaseId, IReadOnlyList<CaseMoved> Moves) {
    public static readonly DocumentIndex<CaseMoves> All = new("all", c => c.CaseId);
    public static readonly DocumentKind<CaseMoves> Kind = new("case-moves", All);

    /// <summary>The order of the days decides, whatever order the messages came in; of one day, the higher step.</summary>
    public CaseTrack Track() {
        var ordered = Moves.OrderBy(m => m.Since).ThenBy(m => m.Step).ToList();
        return new(CaseId, ordered[^1].Step, ordered[^1].Since, [.. ordered.Zip(ordered.Skip(1), (from, to) => new PassedStep(from.Step, from.Since, to.Since))]);
    }
}

internal static class CaseTracks {
    public static async Task Moved(Received<CaseMoved> message, PlatformScope platform, CancellationToken stop) {
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var was = await platform.Documents.Get(CaseMoves.Kind, message.Body.CaseId, stop);
            var batch = platform.Batch().Consume(message);
            if (was is null) batch.Create(CaseMoves.Kind, message.Body.CaseId, new(message.Body.CaseId, [message.Body]));
            else batch.Replace(was, was.Value with { Moves = [.. was.Value.Moves, message.Body] });
            result = await platform.Commit(batch, stop);
        }
    }

    public static async Task<IReadOnlyList<CaseTrack>> Read(PlatformScope platform, CancellationToken stop) {
        var tracks = new List<CaseTrack>();
        await foreach (var moves in platform.Documents.All(CaseMoves.Kind, CaseMoves.All, IndexRange.All, stop)) tracks.Add(moves.Value.Track());
        return tracks;
    }
}
