using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>A line of a case's history; it is never changed.</summary>
/// <param name="By">desk, station, applicant, partner or system.</param>
internal sealed record CaseEvent(string CaseId, long Revision, DateTimeOffset At, string By, string? Person, string What, string? Detail) {
    public static readonly DocumentIndex<CaseEvent> ByCase = new("case", e => Place(e.CaseId, e.Revision));
    public static readonly DocumentKind<CaseEvent> Kind = new("case-event", ByCase);

    private const long Last = 9_999_999_999;

    private static string Place(string caseId, long revision) => $"{caseId}.{revision.ToString("D10", CultureInfo.InvariantCulture)}";

    /// <summary>Newest first; <paramref name="after"/> is the last line of the page before.</summary>
    public static async Task<Results<Ok<Page<CaseEventRow>>, Refused>> List(string caseId, string? after, PlatformScope platform, CancellationToken stop) {
        if (await platform.Case(caseId, stop) is not { } stored) return (Refused)Refusals.NotFound;
        var before = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? Math.Clamp(seen - 1, 0, Last) : Last;
        var page = await platform.Documents.Query(new IndexQuery<CaseEvent>(Kind, ByCase, IndexRange.Between(Place(caseId, 0), Place(caseId, before)), QueryOrder.Descending, Paging.Size), stop);
        // Every change is one line, so the revision counts them.
        return TypedResults.Ok(new Page<CaseEventRow>([.. page.Items.Select(e => Row(e.Value))], (int)stored.Value.Revision, 1, Paging.Size));
    }

    private static CaseEventRow Row(CaseEvent e) => new($"{e.Revision}", e.At, WordOf(e.By), e.What, e.Detail);

    public static string WordOf(string by) => by switch { CaseChanges.Desk => "サポートデスク", CaseChanges.Station => "ステーション", CaseChanges.Applicant => "申込みの方", CaseChanges.Partner => "導入支援事業者", _ => "自動" };
}
