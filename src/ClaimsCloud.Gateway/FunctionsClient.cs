using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Gateway;

/// <summary>The calls that the gateway makes in its own name: for people who are not signed in yet, or not any more.</summary>
internal sealed class FunctionsClient(Uri functions, InternalTokens tokens) : IDisposable {
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = functions, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The person, or the refusal: a wrong password, a locked account. An outage throws, here and below.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(SignInRequest credentials, string from, CancellationToken stop) => Ask(PortalRoutes.SignIn, credentials, from, stop);

    /// <summary>The second step.</summary>
    public Task<(SignInAnswer? Person, Refusal? Refusal)> SignIn(SignInCodeRequest code, string from, CancellationToken stop) => Ask(IdentityRoutes.SignInCode, code, from, stop);

    /// <summary>Null when the account is there now.</summary>
    public async Task<Refusal?> Join(JoinRequest request, string from, CancellationToken stop) {
        using var answer = await Send(IdentityRoutes.Join, request, from, stop);
        return await Refused(answer, stop);
    }

    public async Task EndSession(string sessionId, string from, CancellationToken stop) {
        using var answer = await Send(IdentityRoutes.EndSession, new EndSessionRequest(sessionId), from, stop);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    private async Task<(SignInAnswer? Person, Refusal? Refusal)> Ask(string route, object body, string from, CancellationToken stop) {
        using var answer = await Send(route, body, from, stop);
        if (await Refused(answer, stop) is { } refusal) return (null, refusal);
        return (await answer.Content.ReadFromJsonAsync<SignInAnswer>(stop) ?? throw new HttpRequestException("Empty answer to a sign-in."), null);
    }

    private async Task<HttpResponseMessage> Send(string route, object body, string from, CancellationToken stop) {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ForGateway(from));
        return await client.SendAsync(request, stop);
    }

    private static async Task<Refusal?> Refused(HttpResponseMessage answer, CancellationToken stop) {
        if (answer.IsSuccessStatusCode) return null;
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests) return await answer.Content.ReadFromJsonAsync<Refusal>(stop);
        throw new HttpRequestException($"The functions host answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }
}
