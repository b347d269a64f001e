using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>Money of this station that nobody has promised to pay yet. Each yen is in one item only, and the total is their sum.</summary>
internal static class ReadYenAtRisk {
    public static async Task<Ok<YenAtRisk>> Handle(TenantScope tenant, CancellationToken stop) => TypedResults.Ok(await Of(tenant, stop));

    public static async Task<YenAtRisk> Of(TenantScope tenant, CancellationToken stop) {
        var items = new List<RiskItem>();
        var replaced = new Dictionary<string, List<int>>();
        await foreach (var item in tenant.AtRisk(stop)) {
            items.Add(new(item.Value.ReturnFileId is null ? "left-out" : "returned", item.Value.Yen ?? 0, null, item.Id));
            foreach (var replacement in item.Value.Work.Replacements) {
                if (!replaced.TryGetValue(replacement.File, out var claims)) replaced[replacement.File] = claims = [];
                claims.Add(replacement.Claim);
            }
        }
        items.AddRange(await CareAtRisk(tenant, stop));
        foreach (var file in (await OpenFiles(tenant, stop)).Where(f => !f.Value.IsCare))
            items.Add(new(file.Value.Seal is null ? "unsent" : "unconfirmed", await YenOf(file, replaced.GetValueOrDefault(file.Id, []), tenant, stop), file.Id, null));
        var atRisk = items.Where(i => i.Yen != 0).ToList();
        return new(atRisk.Sum(i => i.Yen), atRisk);
    }

    /// <summary>
    /// Care claims, with what 国保連合会 is asked for. A claim that came back is counted with the file it was in until another one with it is handed over; a file that waits is
    /// counted for what is nowhere else.
    /// </summary>
    private static async Task<List<RiskItem>> CareAtRisk(TenantScope tenant, CancellationToken stop) {
        var from = tenant.Today().AddMonths(-MostMonths);
        var handed = await CareAccounts.HandedOver(IndexRange.Between($"{from:yyyyMM}", "\U0010FFFF"), tenant, stop);
        var waiting = (await OpenFiles(tenant, stop)).Where(f => f.Value is { IsCare: true, Seal: null } or { IsCare: true, State: ClaimFileState.PlaceRefused }).ToList();
        var account = await CareAccounts.Of([.. handed.Concat(waiting).SelectMany(f => f.Value.Check!.ServiceMonths!).Distinct()], tenant, stop);
        var items = new List<RiskItem>();
        foreach (var file in account.Items.Where(i => i.YenAtRisk > 0).GroupBy(i => (i.Sending.FileId, i.State)))
            items.Add(new(file.Key.State switch { CareState.Open => "unconfirmed", CareState.Held => "care-held", _ => "care-returned" }, file.Sum(i => i.YenAtRisk), file.Key.FileId, null));
        foreach (var file in waiting) {
            var yen = 0L;
            await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop))
                if (account.InTheWay(line.Care!.IsSameAs) is null && !account.Items.Any(i => i.YenAtRisk > 0 && i.Sending.Claim.IsSameAs(line.Care))) yen += line.Care.BenefitYen;
            items.Add(new("unsent", yen, file.Id, null));
        }
        return items;
    }

    /// <summary>The right to claim ends after two years.</summary>
    private const int MostMonths = 26;

    /// <summary>The file's money without the claims that stand for items of the work list: their money is counted there.</summary>
    private static async Task<long> YenOf(Stored<ClaimFile> file, List<int> replaced, TenantScope tenant, CancellationToken stop) {
        var (yen, lines) = (0L, new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows));
        if (replaced.Count == 0 && file.Value.Check.TotalYen is { } total) return total;
        await foreach (var line in lines.All(stop))
            if (!replaced.Contains(line.Number)) yen += line.TotalYen ?? 0;
        return yen;
    }

    /// <summary>Checked files that are not confirmed. One that was never sealed is out of date when a newer file of its month and payer was taken in, or one was made of it.</summary>
    private static async Task<List<Stored<ClaimFile>>> OpenFiles(TenantScope tenant, CancellationToken stop) {
        var (open, seen, used) = (new List<Stored<ClaimFile>>(), new HashSet<(string?, string?)>(), new HashSet<string>());
        await foreach (var file in tenant.Documents.All(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, stop, QueryOrder.Descending)) {
            if (file.Value.Check is not { Readable: true } check) continue;
            if (file.Value.MadeOf is { } of) used.Add(of);
            var newest = seen.Add((check.ClaimMonth, check.Payer)) && !used.Contains(file.Id);
            if (file.Value.State != ClaimFileState.Confirmed && (newest || file.Value.Seal is not null)) open.Add(file);
        }
        return open;
    }
}
