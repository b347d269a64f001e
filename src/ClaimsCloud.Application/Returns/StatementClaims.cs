using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Application.Returns;

internal sealed record StatementClaim(ClaimRef Ref, long? TotalYen);

/// <summary>The claims that were sealed for one payer, to be found by what a list of amounts says of a claim. Two that fit are none.</summary>
internal sealed class StatementClaims {
    private readonly List<(ClaimIdentity Identity, StatementClaim Claim)> claims = [];
    private ILookup<ServiceMonth?, (ClaimIdentity Identity, StatementClaim Claim)>? byMonth;

    public static async Task<StatementClaims> Load(TenantScope tenant, ReturnFileName name, CancellationToken stop) {
        var loaded = new StatementClaims();
        if (name.StationCode != tenant.StationCode) return loaded;
        await foreach (var file in OwnClaims.Sealed(tenant, name.Payer, stop)) {
            if (file.Value.State != ClaimFileState.Confirmed) continue;
            foreach (var (identity, heading) in await OwnClaims.Identities(tenant, file.Id, stop))
                loaded.claims.Add((identity, new(new(file.Id, heading.Number), heading.TotalYen)));
        }
        return loaded;
    }

    public StatementClaim? Find(StatementKey key) {
        byMonth ??= claims.ToLookup(c => c.Identity.Month);
        if (key.Month is null) return null;
        var ofMonth = byMonth[key.Month];
        if (key.SearchNumber is { } search && ofMonth.Where(c => c.Identity.SearchNumber == search).ToList() is [var again]) return again.Claim;
        if (key.ChartNumber is { } chart) return ofMonth.Where(c => c.Identity.ChartNumber == chart).ToList() is [var same] ? same.Claim : null;
        var name = key.PatientName?.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return name is { Length: > 0 } && ofMonth.Where(c => c.Identity.Name == name).ToList() is [var only] ? only.Claim : null;
    }
}
