using System.Net.Http.Headers;
using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Api;

/// <summary>Calls the functions host with a visitor's own token.</summary>
internal sealed class CloudConnection(Uri functions) : IDisposable {
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // No time-out of its own: a claim file may take an hour on a slow line, and the gateway watches each call.
    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = functions, Timeout = Timeout.InfiniteTimeSpan };

    /// <param name="token">Null for a visitor whom nobody knows.</param>
    public async Task<Answer<T>> Ask<T>(HttpMethod method, string path, string? token, HttpContent? content, CancellationToken stop) where T : class {
        using var answer = await Send(method, path, token, content, stop);
        if (await Refusal(answer, stop) is { } refusal) return Answer<T>.Refused(refusal);
        return Answer<T>.Of(await Read<T>(answer, stop));
    }

    /// <summary>For a route that answers nothing; null when it was done.</summary>
    public async Task<Refusal?> Tell(string path, string token, CancellationToken stop, HttpContent? content = null) {
        using var answer = await Send(HttpMethod.Post, path, token, content, stop);
        return await Refusal(answer, stop);
    }

    /// <summary>For a route that answers 422 with what is wrong with the data that was sent.</summary>
    public async Task<Answer<TOutcome>> AskUnlessWrong<T, TWrong, TOutcome>(string path, string token, HttpContent content, Func<T, TOutcome> right, Func<TWrong, TOutcome> wrong, CancellationToken stop)
        where T : class where TWrong : class where TOutcome : class {
        using var answer = await Send(HttpMethod.Post, path, token, content, stop);
        if (answer.StatusCode == System.Net.HttpStatusCode.UnprocessableEntity) return Answer<TOutcome>.Of(wrong(await Read<TWrong>(answer, stop)));
        return await Refusal(answer, stop) is { } refusal ? Answer<TOutcome>.Refused(refusal) : Answer<TOutcome>.Of(right(await Read<T>(answer, stop)));
    }

    /// <summary>The caller disposes what it gets.</summary>
    public async Task<Answer<HttpResponseMessage>> Open(string path, string token, CancellationToken stop) {
        var answer = await Send(HttpMethod.Get, path, token, null, stop);
        if (await Refusal(answer, stop) is not { } refusal) return Answer<HttpResponseMessage>.Of(answer);
        answer.Dispose();
        return Answer<HttpResponseMessage>.Refused(refusal);
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? token, HttpContent? content, CancellationToken stop) {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken stop) where T : class =>
        await answer.Content.ReadFromJsonAsync<T>(Json, stop) ?? throw new HttpRequestException($"Empty answer of {typeof(T).Name}.");

    private static async Task<Refusal?> Refusal(HttpResponseMessage answer, CancellationToken stop) {
        if (answer.IsSuccessStatusCode) return null;
        if ((int)answer.StatusCode is >= 400 and < 500 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            return await answer.Content.ReadFromJsonAsync<Refusal>(Json, stop);
        throw new HttpRequestException($"The functions host answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }
}
