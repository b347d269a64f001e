using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Claims;

/// <summary>The account of whole service months, from the files that were handed over and everything that came back.</summary>
internal static class CareAccounts {
    public static async Task<CareAccount> Of(IReadOnlyCollection<string> serviceMonths, TenantScope tenant, CancellationToken stop) {
        var (sendings, lines) = (new List<CareSending>(), new List<CareAnswerLine>());
        if (serviceMonths.Count == 0) return CareAccount.Of([], []);
        foreach (var file in await HandedOver(IndexRange.Between(serviceMonths.Min(StringComparer.Ordinal)!, "\U0010FFFF"), tenant, stop))
            if (file.Value.Check!.ServiceMonths!.Intersect(serviceMonths).Any())
                await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check.ClaimRows).All(stop))
                    if (line.Care is { } claim && serviceMonths.Contains(claim.ServiceMonth)) sendings.Add(new(file.Id, line.Number, file.Value.Check.ClaimMonth!, claim));
        foreach (var month in serviceMonths) lines.AddRange((await CareAnswers.Of(CareAnswers.ByService, month, tenant, stop)).SelectMany(a => a.Lines));
        return CareAccount.Of(sendings, lines);
    }

    /// <summary>Sealed care files by 処理対象年月; those that could not be placed are not on their way.</summary>
    public static async Task<IReadOnlyList<Stored<ClaimFile>>> HandedOver(IndexRange claimMonths, TenantScope tenant, CancellationToken stop) {
        var files = new List<Stored<ClaimFile>>();
        await foreach (var file in tenant.Documents.All(ClaimFile.Kind, ClaimFile.ByCare, claimMonths, stop)) files.Add(file);
        return files;
    }
}
