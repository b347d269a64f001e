using System.Net;
using ClaimsCloud.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ClaimsCloud.Functions.Isolated;

/// <summary>Every HTTP route of the endpoint table. One function for all of them is safe here: triggers of this worker come another way and have no path.</summary>
public sealed class HttpCalls(IHttpForwarder forwarder, FunctionsHost cloud) {
    private static readonly HttpMessageInvoker Invoker = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    [Function("Http")]
    public async Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "{*path}")] HttpRequest request) =>
        await forwarder.SendAsync(request.HttpContext, cloud.Address.ToString(), Invoker);
}
