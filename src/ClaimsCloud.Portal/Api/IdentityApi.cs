using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with people and grants, one method a route of <see cref="IdentityRoutes"/> and <see cref="GrantRoutes"/>.</summary>
internal sealed class IdentityApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<SecondFactorSetup>> SetUp(CancellationToken stop) => Get<SecondFactorSetup>(IdentityRoutes.SetUp, stop);

    public Task<Answer<OwnAccount>> Me(CancellationToken stop) => Get<OwnAccount>(IdentityRoutes.Me, stop);

    public Task<Answer<RecoveryCodes>> NewRecoveryCodes(CancellationToken stop) => Post<RecoveryCodes>(IdentityRoutes.MyRecoveryCodes, null, stop);

    public Task<Answer<PasskeyOptions>> PasskeyOptions(CancellationToken stop) => Post<PasskeyOptions>(IdentityRoutes.MyPasskeyOptions, null, stop);

    public Task<Answer<PeopleDetail>> People(CancellationToken stop) => Get<PeopleDetail>(IdentityRoutes.People, stop);

    public Task<Answer<InvitationMade>> Invite(InvitationRequest invited, CancellationToken stop) => Post<InvitationMade>(IdentityRoutes.Invitations, JsonContent.Create(invited), stop);

    public Task<Answer<GrantRow[]>> Grants(CancellationToken stop) => Get<GrantRow[]>(GrantRoutes.Grants, stop);

    public Task<Answer<GrantRow>> Give(GrantRequest asked, CancellationToken stop) => Post<GrantRow>(GrantRoutes.Grants, JsonContent.Create(asked), stop);

    public Task<Answer<GrantedRow[]>> MyGrants(CancellationToken stop) => Get<GrantedRow[]>(GrantRoutes.Mine, stop);

    public Task<Answer<ClaimFileDetail>> GrantedFile(string stationId, string grantId, CancellationToken stop) => Get<ClaimFileDetail>(Paths.Fill(GrantRoutes.File, stationId, grantId), stop);

    public Task<Answer<Page<FindingRow>>> GrantedFindings(string stationId, string grantId, int page, CancellationToken stop) =>
        Get<Page<FindingRow>>(Paths.Query(Paths.Fill(GrantRoutes.Findings, stationId, grantId), ("page", page.ToString(CultureInfo.InvariantCulture))), stop);

    /// <summary>For the routes that answer nothing; null when it was done. Here and below.</summary>
    public Task<Refusal?> Tell(string route, object body, CancellationToken stop) => cloud.Tell(route, Token, stop, JsonContent.Create(body, body.GetType()));

    public Task<Refusal?> Tell(string route, string id, object? body, CancellationToken stop) => cloud.Tell(Paths.Fill(route, id), Token, stop, body is null ? null : JsonContent.Create(body, body.GetType()));

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private Task<Answer<T>> Post<T>(string path, HttpContent? body, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Post, path, Token, body, stop);
}
