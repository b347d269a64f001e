using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Local;

/// <summary>Reads the cloud's own record of a file, past the pages: what the journey is judged by must not come from the screen that drove it.</summary>
internal sealed class CloudReader : IDisposable {
    private readonly HttpClient _http;
    private readonly ECDsa _key = ECDsa.Create();

    /// <param name="now">By the cloud's clock; it reads for ten minutes from then.</param>
    public CloudReader(Uri functions, string gatewayKey, string tenant, DateTimeOffset? now = null) {
        _key.ImportFromPem(gatewayKey);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
            Issuer = InternalToken.Issuer, Audience = InternalToken.Audience, Expires = ((now ?? TimeProvider.System.GetUtcNow()) + TimeSpan.FromMinutes(10)).UtcDateTime,
            Claims = new Dictionary<string, object> { [InternalToken.Subject] = "local", [InternalToken.Role] = InternalToken.BillerRole, [InternalToken.Tenant] = tenant },
            SigningCredentials = new(new ECDsaSecurityKey(_key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256),
        });
        _http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = functions };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<ClaimFileDetail> File(string id) => (await _http.GetFromJsonAsync<ClaimFileDetail>(Of(PortalRoutes.ClaimFile, id)))!;

    public async Task<Page<FindingRow>> Findings(string id) => (await _http.GetFromJsonAsync<Page<FindingRow>>(Of(PortalRoutes.Findings, id)))!;

    public async Task<YenAtRisk> YenAtRisk() => (await _http.GetFromJsonAsync<YenAtRisk>(PortalRoutes.YenAtRisk))!;

    /// <summary>The work list, with what is at its end.</summary>
    public async Task<IReadOnlyList<ReturnItemRow>> ReturnItems() => (await _http.GetFromJsonAsync<List<ReturnItemRow>>($"{PortalRoutes.ReturnItems}?closed=1"))!;

    /// <summary>All claims of a file, page by page.</summary>
    public async Task<IReadOnlyList<ClaimRow>> Claims(string id) {
        var rows = new List<ClaimRow>();
        for (var page = 1; ; page++) {
            var part = (await _http.GetFromJsonAsync<Page<ClaimRow>>($"{Of(PortalRoutes.Claims, id)}?page={page}"))!;
            rows.AddRange(part.Items);
            if (part.Items.Count == 0 || rows.Count >= part.Total) return rows;
        }
    }

    public async Task<T> Get<T>(string path) => (await _http.GetFromJsonAsync<T>(path))!;

    /// <summary>What a person does on a page.</summary>
    public async Task<T> Post<T>(string path, HttpContent? content) {
        using var answer = await _http.PostAsync(path, content);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public Task<byte[]> Original(string id) => _http.GetByteArrayAsync(Of(PortalRoutes.Original, id));

    public void Dispose() {
        _http.Dispose();
        _key.Dispose();
    }

    private static string Of(string route, string id) => route.Replace("{fileId}", Uri.EscapeDataString(id), StringComparison.Ordinal);
}
