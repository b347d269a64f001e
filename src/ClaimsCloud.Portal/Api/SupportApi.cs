using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page of a station can do with the desk, one method a route of the station's in <see cref="SupportRoutes"/>.</summary>
internal sealed class SupportApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<RequestRow[]>> Requests(CancellationToken stop) => cloud.Ask<RequestRow[]>(HttpMethod.Get, SupportRoutes.Requests, Token, null, stop);

    public Task<Answer<RequestRow>> Report(FaultReport report, CancellationToken stop) => Post<RequestRow>(SupportRoutes.Requests, report, stop);

    public Task<Answer<RequestRow>> Reply(string requestId, RequestReply reply, CancellationToken stop) => Post<RequestRow>(Paths.Fill(SupportRoutes.RequestReplies, requestId), reply, stop);

    public Task<Answer<ManualRow[]>> Manual(CancellationToken stop) => cloud.Ask<ManualRow[]>(HttpMethod.Get, SupportRoutes.Manual, Token, null, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType());
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, content, stop);
    }
}
