using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>A connector towards the public door, without folders: a token when it needs one, the question for work, events, files. An outage or a refusal throws.</summary>
internal sealed class SimulatedConnector(HttpClient door, string deviceId, ECDsa key, TimeProvider time) {
    private TokenAnswer? token;

    /// <summary>Enrols with the harness key.</summary>
    public static async Task<SimulatedConnector> Enrol(HttpClient door, HttpClient biller, ECDsa key, TimeProvider time) {
        using var code = await biller.PostAsync(PortalRoutes.EnrolmentCodes, null);
        using var answer = await door.PostAsJsonAsync(EdgeRoutes.Enrol, new EnrolRequest((await Read<EnrolmentCode>(code)).Code, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), "受付のPC"));
        return new(door, (await Read<EnrolAnswer>(answer)).DeviceId, key, time);
    }

    public bool NeedsToken => token is null || token.ExpiresAt - time.GetUtcNow() < TimeSpan.FromMinutes(1);

    public async Task FetchToken(CancellationToken stop) {
        var assertion = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
            Issuer = deviceId, Audience = EdgeRoutes.AssertionAudience, Claims = new Dictionary<string, object> { ["sub"] = deviceId, ["jti"] = Guid.NewGuid().ToString("N") },
            Expires = time.GetUtcNow().AddMinutes(2).UtcDateTime, SigningCredentials = new(TokenKeys.For(key), SecurityAlgorithms.EcdsaSha256),
        });
        using var answer = await door.PostAsJsonAsync(EdgeRoutes.Token, new TokenRequest(assertion), stop);
        token = await Read<TokenAnswer>(answer);
    }

    public Task<WorkAnswer> Work(int waitSeconds, CancellationToken stop) =>
        Send<WorkAnswer>(HttpMethod.Post, EdgeRoutes.Work, JsonContent.Create(new WorkRequest("1.2.0", 0, 12, [], waitSeconds)), stop);

    public async Task<byte[]> Content(EdgeJob job, CancellationToken stop) {
        using var answer = await Send(HttpMethod.Get, $"edge/jobs/{job.JobId}/content", null, stop);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(stop) : throw Failed(answer);
    }

    /// <summary>Made once and sent until it is heard: the same id with another time would be refused.</summary>
    public JobEvent Seen(EdgeJob job, JobEventKind kind) => new($"{job.JobId}-{kind}", kind, job.Sha256, time.GetUtcNow(), null);

    public Task<EdgeReceipt> Report(EdgeJob job, JobEvent seen, CancellationToken stop) => Send<EdgeReceipt>(HttpMethod.Post, $"edge/jobs/{job.JobId}/events", JsonContent.Create(seen), stop);

    public Task<EdgeReceipt> SendFile(string contentKey, string name, byte[] bytes, CancellationToken stop) =>
        Send<EdgeReceipt>(HttpMethod.Post, $"edge/files/{contentKey}?name={Uri.EscapeDataString(name)}&sha256={Convert.ToHexStringLower(SHA256.HashData(bytes))}", new ByteArrayContent(bytes), stop);

    private async Task<T> Send<T>(HttpMethod method, string address, HttpContent? content, CancellationToken stop) {
        using var answer = await Send(method, address, content, stop);
        return await Read<T>(answer);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string address, HttpContent? content, CancellationToken stop) {
        if (NeedsToken) await FetchToken(stop);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token!.Token);
        return await door.SendAsync(request, stop);
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer) => answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<T>() ?? throw Failed(answer) : throw Failed(answer);

    private static HttpRequestException Failed(HttpResponseMessage answer) => new($"{answer.RequestMessage?.RequestUri?.AbsolutePath} {(int)answer.StatusCode}", null, answer.StatusCode);
}
