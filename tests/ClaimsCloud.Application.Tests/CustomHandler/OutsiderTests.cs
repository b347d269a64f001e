using System.Net;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Guards;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>
/// An outsider in front of the Functions host. The host is played by its documented behaviour: it knows the routes of <c>infra/functions</c>, forwards those with
/// path, query and headers as they are, and sets its marks over whatever came.
/// </summary>
public sealed class OutsiderTests : IAsyncLifetime {
    private static readonly EndpointTable Table = ClaimsCloudModules.Table();
    private readonly HttpClient direct = new(new SocketsHttpHandler(), disposeHandler: true);
    private CloudHarness cloud = null!;
    private WebApplication front = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(wakes: (_, _, _, _) => Task.CompletedTask);
        direct.BaseAddress = cloud.Address;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        front = builder.Build();
        front.Urls.Add("http://127.0.0.1:0");
        foreach (var (_, file) in FunctionFiles.Of(Table).Where(f => f.Key.EndsWith("function.json", StringComparison.Ordinal))) {
            var trigger = JsonDocument.Parse(file).RootElement.GetProperty("bindings")[0];
            if (trigger.GetProperty("type").GetString() != "httpTrigger") continue;
            var methods = trigger.GetProperty("methods").EnumerateArray().Select(m => m.GetString()!.ToUpperInvariant());
            front.MapMethods(trigger.GetProperty("route").GetString()!, methods, Forward);
        }
        await front.StartAsync();
    }

    [Fact]
    public async Task No_trigger_can_be_reached_through_the_host_however_its_path_is_written() {
        using var outside = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new(front.Urls.First()) };
        foreach (var name in FunctionNames.Triggers(Table))
            foreach (var path in (string[])[name, name.ToLowerInvariant(), $"{name}/", $"/{name}", $"%{(int)name[0]:X2}{name[1..]}", $"claim-files/../{name}", $"claim-files/%2e%2e/{name}", $"claim-files/..%2F{name}", $"api/{name}", $"{name}?x=1"])
                foreach (var body in (string[])[HostForms.Timer(), HostForms.Queue("platform")]) {
                    using var call = HostForms.Call("", body);
                    call.RequestUri = new(front.Urls.First() + "/" + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
                    using var answer = await outside.SendAsync(call);
                    Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
                }
        // The refusals mean something only if what belongs outside does get through.
        using var request = new HttpRequestMessage(HttpMethod.Get, PortalRoutes.ClaimFiles);
        request.Headers.Authorization = new("Bearer", cloud.Tokens.Make(cloud.Time.GetUtcNow(), "p", InternalToken.BillerRole, (await cloud.OpenStation()).Tenant));
        Assert.Equal(HttpStatusCode.OK, (await outside.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_call_with_a_mark_of_the_outside_or_without_the_host_s_own_finds_no_trigger() {
        foreach (var name in FunctionNames.Triggers(Table)) {
            foreach (var mark in (string[])["x-ms-invocation-id", "X-Forwarded-For", "Forwarded", "X-ARR-LOG-ID", "DISGUISED-HOST", "Authorization", "Cookie"])
                await FindsNothing(name, mark, call => call.Headers.TryAddWithoutValidation(mark, "192.0.2.1"));
            foreach (var mark in (string[])["X-Azure-Functions-InvocationId", "X-Azure-Functions-HostVersion"])
                await FindsNothing(name, mark, call => call.Headers.Remove(mark));
        }
    }

    public async ValueTask DisposeAsync() {
        direct.Dispose();
        await front.DisposeAsync();
        await cloud.DisposeAsync();
    }

    private async Task FindsNothing(string trigger, string mark, Func<HttpRequestMessage, bool> change) {
        using var call = HostForms.Call(trigger, HostForms.Timer());
        Assert.True(change(call));
        using var answer = await direct.SendAsync(call);
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{trigger} {mark}: {answer.StatusCode}");
    }

    private async Task Forward(HttpContext context) {
        using var call = new HttpRequestMessage(new(context.Request.Method), new Uri(cloud.Address, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength > 0) call.Content = new StreamContent(context.Request.Body);
        foreach (var header in context.Request.Headers.Where(h => h.Key is not "Host" and not "Content-Length"))
            if (!call.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) call.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
        foreach (var (name, value) in ((string, string)[])[("X-Azure-Functions-HostVersion", "4.1040.200.0"), ("X-Azure-Functions-InvocationId", "i"), ("x-ms-invocation-id", "i")]) {
            call.Headers.Remove(name);
            call.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await direct.SendAsync(call);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
