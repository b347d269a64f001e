using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Gateway;

/// <summary>The one call that the gateway makes in its own name.</summary>
internal sealed class FunctionsClient(Uri functions, InternalTokens tokens) : IDisposable {
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = functions, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The person, or the status with which the sign-in was refused: 403 wrong, 429 locked. An outage throws.</summary>
    public async Task<(SignInAnswer? Person, HttpStatusCode Status)> SignIn(SignInRequest credentials, string from, CancellationToken stop) {
        using var request = new HttpRequestMessage(HttpMethod.Post, PortalRoutes.SignIn) { Content = JsonContent.Create(credentials) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ForGateway(from));
        using var answer = await client.SendAsync(request, stop);
        if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) return (null, answer.StatusCode);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SignInAnswer>(stop) ?? throw new HttpRequestException("Empty answer to a sign-in."), answer.StatusCode);
    }

    public void Dispose() => client.Dispose();
}
