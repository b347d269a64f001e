using System.Net.Http.Headers;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with care-insurance claims, one method a route of <see cref="CareRoutes"/>.</summary>
internal sealed class CareApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<CareAccountDetail>> Account(string claimMonth, CancellationToken stop) => cloud.Ask<CareAccountDetail>(HttpMethod.Get, Paths.Fill(CareRoutes.Account, claimMonth), Token, null, stop);

    public Task<Answer<CarePlanDetail>> Plans(string month, CancellationToken stop) => cloud.Ask<CarePlanDetail>(HttpMethod.Get, Paths.Fill(CareRoutes.Plans, month), Token, null, stop);

    public Task<Answer<CareSetupDetail>> Setup(CancellationToken stop) => cloud.Ask<CareSetupDetail>(HttpMethod.Get, CareRoutes.Setup, Token, null, stop);

    public async Task<Answer<CareSetupDetail>> Choose(CareChoice choice, CancellationToken stop) {
        using var content = JsonContent.Create(choice);
        return await cloud.Ask<CareSetupDetail>(HttpMethod.Post, CareRoutes.Setup, Token, content, stop);
    }

    public async Task<Answer<CareCodesAnswer>> ImportCodes(Stream table, CancellationToken stop) {
        using var body = new StreamContent(table);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await cloud.Ask<CareCodesAnswer>(HttpMethod.Post, CareRoutes.Codes, Token, body, stop);
    }

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");
}
