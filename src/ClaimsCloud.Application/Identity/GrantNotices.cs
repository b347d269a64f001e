using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>How a person of the vendor learns that a station opened something to her. It opens nothing itself.</summary>
internal sealed record GrantNotice(string PersonId, string TenantId, string StationName, DateTimeOffset Until) {
    public static readonly DocumentIndex<GrantNotice> ByPerson = new("person", n => $"{n.PersonId}|{SortKeys.Of(n.Until)}");
    public static readonly DocumentKind<GrantNotice> Kind = new("grant-notice", ByPerson);

    public static async Task<Ok<GrantedRow[]>> Mine(PlatformScope platform, Caller caller, CancellationToken stop) {
        var rows = new List<GrantedRow>();
        await foreach (var notice in platform.Documents.All(Kind, ByPerson, IndexRange.Between($"{caller.Id}|{SortKeys.Of(platform.Now)}", $"{caller.Id}|\U0010FFFF"), stop))
            if (notice.Value.Until > platform.Now) rows.Add(new(notice.Id, notice.Value.TenantId, notice.Value.StationName, notice.Value.Until));
        return TypedResults.Ok(rows.ToArray());
    }

    public static async Task Handle(Received<GrantChanged> message, PlatformScope platform, CancellationToken stop) {
        if (message.From.Tenant is not { } tenant) throw new InvalidOperationException("A grant comes from a tenant.");
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var told = message.Body;
            var known = await platform.Documents.Get(Kind, told.GrantId, stop);
            // Messages may change places: what ends it sooner holds.
            var until = known?.Value.Until < told.Until ? known.Value.Until : told.Until;
            var notice = new GrantNotice(told.PersonId, tenant.Value, told.StationName, until);
            var batch = platform.Batch().Consume(message);
            result = await platform.Commit(known is null ? batch.Create(Kind, told.GrantId, notice) : batch.Replace(known, notice), stop);
        }
    }
}
