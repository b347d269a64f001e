using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>The interface behind the portal, called as the portal calls it: with the token that the gateway makes for a person.</summary>
internal static class Api {
    public static HttpClient Biller(NodeProcess node, NodeKeys keys, NodeStation station, TimeProvider time) =>
        new(new TokenPerCall(() => Token(keys.Gateway, station, time)) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = node.Functions, Timeout = TimeSpan.FromSeconds(100) };

    public static async Task<T> Get<T>(this HttpClient client, string address) => (await client.GetFromJsonAsync<T>(address))!;

    /// <summary>Every row of a list that is read on from its last row.</summary>
    public static async Task<List<T>> All<T>(this HttpClient client, string address, Func<T, string> idOf) {
        var rows = new List<T>();
        while (true) {
            var page = await client.Get<Page<T>>(rows.Count == 0 ? address : $"{address}?after={Uri.EscapeDataString(idOf(rows[^1]))}");
            rows.AddRange(page.Items);
            if (page.Items.Count == 0 || rows.Count >= page.Total) return rows;
        }
    }

    private static string Token(ECDsa key, NodeStation station, TimeProvider time) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
        Issuer = InternalToken.Issuer, Audience = InternalToken.Audience, Expires = time.GetUtcNow().AddMinutes(2).UtcDateTime, SigningCredentials = new(TokenKeys.For(key), SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object> { [InternalToken.Subject] = station.PersonId, [InternalToken.Role] = InternalToken.AdminRole, [InternalToken.Tenant] = station.Tenant },
    });

    private sealed class TokenPerCall(Func<string> token) : DelegatingHandler {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
