using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>Messages that no handler took after the last try, longest parked first.</summary>
internal static class ListParkedMessages {
    public static async Task<Ok<Page<ParkedMessageRow>>> Handle(int? page, DeskScope desk, CancellationToken stop) {
        var number = Paging.Number(page);
        var rows = (await desk.Stations(stop))
            .SelectMany(s => s.Value.ParkedMessages, (s, m) => new ParkedMessageRow(s.Key, s.Value.StationName, m.MessageId, m.Message, m.Reason, m.At))
            .OrderBy(row => row.ParkedAt).ThenBy(row => row.MessageId, StringComparer.Ordinal).ToList();
        return TypedResults.Ok(new Page<ParkedMessageRow>([.. rows.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size)], rows.Count, number, Paging.Size));
    }
}
