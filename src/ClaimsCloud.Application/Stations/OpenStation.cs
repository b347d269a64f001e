using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Stations;

/// <param name="StationCode">7 digits, as in the header of its claim files.</param>
/// <param name="LoginName">Of its first admin.</param>
public sealed record OpenStationRequest(string StationName, string StationCode, string LoginName, string DisplayName, string Password) {
    public SecondFactor SecondFactor { get; init; } = SecondFactor.On;
    /// <summary>Base 32, of a second factor that the admin holds already; null: she sets it up at her first sign-in.</summary>
    public string? TotpKey { get; init; }
}

public sealed record OpenedStation(TenantId Tenant, string PersonId);

/// <summary>Makes a tenant with its station and its first account, all at once or not at all. Not an endpoint: whoever runs the host calls it.</summary>
public static class OpenStation {
    private const int NameLength = 100;

    public static async Task<Outcome<OpenedStation>> Handle(OpenStationRequest request, PlatformScope platform, SecretBox secrets, CancellationToken stop) {
        var name = request.StationName.Trim();
        if (name.Length is 0 or > NameLength || request.StationCode.Length != 7 || !request.StationCode.All(char.IsAsciiDigit)
            || !NewAccounts.IsSound(request.LoginName, request.DisplayName, request.Password)) return Refusals.InvalidStation;

        var opened = new OpenedStation(new(platform.Ids.Next()), platform.Ids.Next());
        var account = NewAccounts.Make(opened.PersonId, request.LoginName, request.DisplayName, request.Password, opened.Tenant.Value, InternalToken.AdminRole, secrets, request.TotpKey);
        var batch = platform.Batch()
            .Create(Tenant.Kind, opened.Tenant.Value, new Tenant(name, request.StationCode, platform.Now, request.SecondFactor))
            .Create(Account.Kind, Account.IdOf(request.LoginName), account)
            .Send(new StationOpened(opened.Tenant.Value, name));
        return await platform.Commit(batch, new Act(AuditAct.StationOpened, Caller.Host, opened.Tenant.Value, opened.PersonId), stop) == CommitResult.Committed ? opened : Refusals.LoginTaken;
    }
}
