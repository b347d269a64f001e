using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>The cloud said no for good: repeating the call cannot help.</summary>
internal sealed class CloudRefusedException(HttpStatusCode status) : Exception($"the cloud refused the call ({(int)status})") {
    public HttpStatusCode Status { get; } = status;
}

/// <summary>All calls to the cloud. Every one may be repeated. An outage throws <see cref="HttpRequestException"/>, a refusal <see cref="CloudRefusedException"/>.</summary>
internal sealed class CloudLink : IDisposable {
    private readonly EdgeOptions _options;
    private readonly EdgeSettings _settings;
    private readonly DeviceKey _key;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private (string Token, long Since, TimeSpan Life)? _token;

    public CloudLink(EdgeOptions options, EdgeSettings settings, DeviceKey key) {
        (_options, _settings, _key) = (options, settings, key);
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(15) }, disposeHandler: true) {
            BaseAddress = settings.Cloud,
            Timeout = options.WorkWait + TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>Device clock minus server clock, as the last answer showed it.</summary>
    public TimeSpan? Skew { get; private set; }

    public async Task<WorkAnswer> AskForWork(WorkRequest request, CancellationToken stop) {
        using var answer = await Send(() => new(HttpMethod.Post, EdgeRoutes.Work) { Content = JsonContent.Create(request) }, stop);
        return await Read<WorkAnswer>(answer, stop);
    }

    /// <summary>Appends the rest of a job's content to a partial file.</summary>
    public async Task Download(string jobId, FileStream into, CancellationToken stop) {
        var have = into.Length;
        into.Position = have;
        using var answer = await Send(() => {
            var request = new HttpRequestMessage(HttpMethod.Get, EdgeRoutes.JobContent.Replace("{jobId}", Uri.EscapeDataString(jobId), StringComparison.Ordinal));
            if (have > 0) request.Headers.Range = new RangeHeaderValue(have, null);
            return request;
        }, stop);
        if (have > 0 && answer.StatusCode != HttpStatusCode.PartialContent) into.SetLength(0);
        await answer.Content.CopyToAsync(into, stop);
    }

    public async Task<EdgeReceipt> Report(string jobId, JobEvent happened, CancellationToken stop) {
        using var answer = await Send(() => new(HttpMethod.Post, EdgeRoutes.JobEvents.Replace("{jobId}", Uri.EscapeDataString(jobId), StringComparison.Ordinal)) {
            Content = JsonContent.Create(happened),
        }, stop);
        return await Read<EdgeReceipt>(answer, stop);
    }

    public async Task<EdgeReceipt> Upload(string contentKey, string name, string sha256, string path, CancellationToken stop) {
        using var answer = await Send(() => new(HttpMethod.Post, $"{EdgeRoutes.Files.Replace("{contentKey}", contentKey, StringComparison.Ordinal)}?name={Uri.EscapeDataString(name)}&sha256={sha256}") {
            Content = new StreamContent(File.OpenRead(path)),
        }, stop);
        return await Read<EdgeReceipt>(answer, stop);
    }

    public void Dispose() {
        _http.Dispose();
        _signingIn.Dispose();
    }

    /// <summary>A rejected token is replaced once; a device that is still rejected stays what it is and never enrols again by itself.</summary>
    private async Task<HttpResponseMessage> Send(Func<HttpRequestMessage> request, CancellationToken stop) {
        for (var renewed = false; ; renewed = true) {
            var answer = await Call(request, await Token(renewed, stop), stop);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && !renewed) {
                answer.Dispose();
                continue;
            }
            if (answer.IsSuccessStatusCode) return answer;
            using (answer) throw Failure(answer);
        }
    }

    private async Task<HttpResponseMessage> Call(Func<HttpRequestMessage> request, string? token, CancellationToken stop) {
        using var message = request();
        if (token is not null) message.Headers.Authorization = new("Bearer", token);
        _options.Checkpoint("call");
        var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
        _options.Checkpoint("answer");
        if (answer.Headers.Date is { } server) NoteServerTime(server);
        return answer;
    }

    private static Exception Failure(HttpResponseMessage answer) => answer.StatusCode switch {
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized => new HttpRequestException("try again later", null, answer.StatusCode),
        >= HttpStatusCode.InternalServerError => new HttpRequestException("the cloud is not well", null, answer.StatusCode),
        var refused => new CloudRefusedException(refused),
    };

    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken stop) =>
        await answer.Content.ReadFromJsonAsync<T>(stop) ?? throw new HttpRequestException("the answer is empty");

    private async Task<string> Token(bool renew, CancellationToken stop) {
        await _signingIn.WaitAsync(stop);
        try {
            if (!renew && _token is { } known && _options.Time.GetElapsedTime(known.Since) < known.Life) return known.Token;
            // The first answer tells the server's time: an assertion that a wrong clock made useless is made once more.
            return await SignIn(stop) ?? await SignIn(stop) ?? throw new HttpRequestException("the cloud does not know this device", null, HttpStatusCode.Unauthorized);
        } finally {
            _signingIn.Release();
        }
    }

    private async Task<string?> SignIn(CancellationToken stop) {
        var now = _options.Time.GetUtcNow() - (Skew ?? TimeSpan.Zero);
        using var answer = await Call(() => new(HttpMethod.Post, EdgeRoutes.Token) { Content = JsonContent.Create(new TokenRequest(_key.Assertion(_settings.DeviceId, now))) }, null, stop);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) return null;
        if (!answer.IsSuccessStatusCode) throw Failure(answer);
        var token = await Read<TokenAnswer>(answer, stop);
        NoteServerTime(token.ServerTime);
        // A little early, so that no call sets out with a token that ends on the way.
        _token = (token.Token, _options.Time.GetTimestamp(), (token.ExpiresAt - token.ServerTime) * 0.9);
        return token.Token;
    }

    private void NoteServerTime(DateTimeOffset server) => Skew = _options.Time.GetUtcNow() - server;
}
