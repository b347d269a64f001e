using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Proxy;

namespace ClaimsCloud.Gateway;

/// <summary>The calls that the gateway makes in its own name: for people who are not signed in yet, or not any more.</summary>
internal sealed class FunctionsClient(Destinations destinations, InternalTokens tokens) : IDisposable {
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The person, or the refusal: a wrong password, a locked account. An outage throws, here and below.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(SignInRequest credentials, HttpContext call, CancellationToken stop) => Ask<SignInAnswer>(PortalRoutes.SignIn, credentials, call, stop);

    /// <summary>The second step.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(SignInCodeRequest code, HttpContext call, CancellationToken stop) => Ask<SignInAnswer>(IdentityRoutes.SignInCode, code, call, stop);

    /// <summary>Both steps at once.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(PasskeySignInRequest passkey, HttpContext call, CancellationToken stop) => Ask<SignInAnswer>(IdentityRoutes.PasskeySignIn, passkey, call, stop);

    public Task<(PasskeyOptions? Options, Refusal? Refusal)> PasskeyOptions(HttpContext call, CancellationToken stop) => Ask<PasskeyOptions>(IdentityRoutes.PasskeySignInOptions, null, call, stop);

    /// <summary>Somebody whom an organisation named; the second step may be missing.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(OrganisationSignIn person, HttpContext call, CancellationToken stop) => Ask<SignInAnswer>(IdentityRoutes.OrganisationSignIn, person, call, stop);

    /// <summary>Null when the organisation's account is hers now.</summary>
    public async Task<Refusal?> Link(OrganisationLinking link, HttpContext call, CancellationToken stop) {
        using var answer = await Send(IdentityRoutes.OrganisationLinks, link, call, stop);
        return await Refused(answer, stop);
    }

    /// <summary>Null when the account is there now.</summary>
    public async Task<Refusal?> Join(JoinRequest request, HttpContext call, CancellationToken stop) {
        using var answer = await Send(IdentityRoutes.Join, request, call, stop);
        return await Refused(answer, stop);
    }

    public async Task EndSession(string sessionId, HttpContext call, CancellationToken stop) {
        using var answer = await Send(IdentityRoutes.EndSession, new EndSessionRequest(sessionId), call, stop);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    private async Task<(T? Answer, Refusal? Refusal)> Ask<T>(string route, object? body, HttpContext call, CancellationToken stop) where T : class {
        using var answer = await Send(route, body, call, stop);
        if (await Refused(answer, stop) is { } refusal) return (null, refusal);
        return (await answer.Content.ReadFromJsonAsync<T>(stop) ?? throw new HttpRequestException($"Empty answer of {typeof(T).Name}."), null);
    }

    private async Task<HttpResponseMessage> Send(string route, object? body, HttpContext call, CancellationToken stop) {
        var nodes = destinations.Places.Functions;
        for (var node = 0; ; node++) {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nodes[node], route)) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ForGateway(call));
            try {
                return await client.SendAsync(request, stop);
            } catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError && node < nodes.Count - 1) {
                // Nothing of it arrived there: the next node.
            }
        }
    }

    private static async Task<Refusal?> Refused(HttpResponseMessage answer, CancellationToken stop) {
        if (answer.IsSuccessStatusCode) return null;
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests) return await answer.Content.ReadFromJsonAsync<Refusal>(stop);
        throw new HttpRequestException($"The functions host answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }
}
