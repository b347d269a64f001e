using System.Text.Json;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Returns;

/// <summary>Tells the desk where the newest month of claims stands, in yen and counts. Counting anew each time means that no message has to arrive exactly once.</summary>
internal static class TellMonth {
    private const int MonthsTold = 3;

    public static async Task Now(TenantScope tenant, CancellationToken stop) {
        var page = await tenant.Documents.Query(new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems), stop);
        var files = page.Items.Where(f => f.Value.Check is { Readable: true, ClaimMonth: not null }).ToList();
        var months = files.Select(f => f.Value.Check!.ClaimMonth!).Distinct().OrderDescending(StringComparer.Ordinal).Take(MonthsTold).ToList();
        if (months.Count == 0) return;
        var was = await tenant.Documents.Get(ToldMonth.Kind, ToldMonth.Id, stop);
        var counted = new MonthCounted(await Money(months[0], files, tenant, stop), await Claims(months, files, tenant, stop), (was?.Value.Counted.Revision ?? 0) + 1);
        if (was is not null && Text(was.Value.Counted) == Text(counted)) return;
        var batch = tenant.Batch().SendToPlatform(counted);
        if (was is null) batch.Create(ToldMonth.Kind, ToldMonth.Id, new(counted));
        else batch.Replace(was, new(counted));
        if (await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException("The month was counted twice at once.");
    }

    private static async Task<MonthMoney> Money(string month, List<Stored<ClaimFile>> files, TenantScope tenant, CancellationToken stop) {
        var risk = await ReadYenAtRisk.Of(tenant, stop);
        var here = files.Where(f => f.Value.Check!.ClaimMonth == month).ToList();
        var ids = here.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        long Of(string kind) => risk.Items.Where(i => i.Kind == kind && i.FileId is { } id && ids.Contains(id)).Sum(i => i.Yen);
        return new(month, Of("unsent"), Of("unconfirmed"), here.Where(f => f.Value.State == ClaimFileState.Confirmed).Sum(f => f.Value.Check!.TotalYen ?? 0), risk.TotalYen);
    }

    /// <summary>A file that answers returned claims is no first try and is not counted.</summary>
    private static async Task<IReadOnlyList<ToldClaims>> Claims(List<string> months, List<Stored<ClaimFile>> files, TenantScope tenant, CancellationToken stop) {
        var returned = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var item in tenant.All(ReturnItem.ByReceipt, stop))
            if (item.Value is { ReturnFileId: not null, Claim.FileId: { } file }) returned[file] = returned.GetValueOrDefault(file) + 1;
        var counts = months.ToDictionary(m => m, _ => ClaimCounts.None, StringComparer.Ordinal);
        foreach (var file in files.Where(f => f.Value is { IsCare: false, MadeOf: null, State: ClaimFileState.Answered or ClaimFileState.Confirmed } && counts.ContainsKey(f.Value.Check!.ClaimMonth!))) {
            var (answered, clean, confirmed) = (0, 0, 0);
            await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop)) {
                if (line.PayerAnswer is not null) answered++;
                if (line.PayerAnswer == "accepted") clean++;
                if (line.Claimed == true) confirmed++;
            }
            counts[file.Value.Check.ClaimMonth!] += new ClaimCounts(answered, clean, confirmed, returned.GetValueOrDefault(file.Id));
        }
        return [.. months.Select(m => new ToldClaims(m, counts[m]))];
    }

    private static string Text(MonthCounted counted) => JsonSerializer.Serialize(counted with { Revision = 0 }, Json.Options);

    private sealed record ToldMonth(MonthCounted Counted) {
        public const string Id = "now";
        public static readonly DocumentKind<ToldMonth> Kind = new("told-month");
    }
}
