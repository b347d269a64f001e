using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>The cloud itself said no for good: repeating the call cannot help.</summary>
/// <param name="code">Code of the cloud's <see cref="Refusal"/>.</param>
internal sealed class CloudRefusedException(string code) : Exception($"the cloud refused the call ({code})") {
    public string Code { get; } = code;
}

/// <summary>The cloud knows this device no longer: its right was taken away, its identity moved, or it is alive somewhere else. It never enrols again by itself.</summary>
internal sealed class NotThisDeviceException(string code) : Exception($"the cloud refused this device ({code})") {
    public string Code { get; } = code;
}

/// <summary>The cloud asked for a rest.</summary>
internal sealed class CloudBusyException(TimeSpan rest, HttpStatusCode status) : HttpRequestException("the cloud asked for a rest", null, status) {
    public TimeSpan Rest { get; } = rest;
}

/// <summary>
/// The line to the cloud: one pooled client, a token that is renewed, an end to every silence. An outage throws <see cref="HttpRequestException"/>,
/// a refusal <see cref="CloudRefusedException"/>; what something in between says (a proxy, a sign-in page) is an outage.
/// </summary>
internal sealed class CloudLine : IDisposable {
    private const int FirstYear = 2024;

    private readonly EdgeOptions _options;
    private readonly EdgeSettings _settings;
    private readonly DeviceKey _key;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private (string Token, long Since, TimeSpan Life)? _token;

    /// <param name="way">How messages get to the cloud: by socket, or over the other PC of the site.</param>
    public CloudLine(EdgeOptions options, EdgeSettings settings, DeviceKey key, HttpMessageHandler way) {
        (_options, _settings, _key) = (options, settings, key);
        // Patience ends a call; a fixed limit would cut off a large file on a slow line.
        _http = new HttpClient(way, disposeHandler: true) { BaseAddress = settings.Cloud, Timeout = Timeout.InfiniteTimeSpan };
    }

    public static HttpMessageHandler Sockets() =>
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(15), AllowAutoRedirect = false };

    /// <summary>Device clock minus server clock, as the last answer showed it.</summary>
    public TimeSpan? Skew { get; private set; }

    /// <summary>The server's time as far as it is known; before the first answer the PC's.</summary>
    public DateTimeOffset Now => _options.Time.GetUtcNow() - (Skew ?? TimeSpan.Zero);

    /// <summary>A rejected token is replaced once; a device that is still rejected stays what it is and never enrols again by itself.</summary>
    /// <param name="request">Makes the message, anew for each try.</param>
    /// <param name="mayHold">How long the cloud may think before it answers, on top of the silence that any call may have.</param>
    public async Task<T> Call<T>(Func<Patience, HttpRequestMessage> request, Func<HttpResponseMessage, Patience, Task<T>> read, TimeSpan mayHold, CancellationToken stop) {
        using var patience = new Patience(_options.SilenceAllowed + mayHold, _options.Time, stop);
        try {
            using var answer = await Send(request, renewToken: false, patience) ?? await Send(request, renewToken: true, patience)
                ?? throw new HttpRequestException("the cloud does not know this device", null, HttpStatusCode.Unauthorized);
            return answer.IsSuccessStatusCode ? await read(answer, patience) : throw await Failure(answer, patience);
        } catch (OperationCanceledException e) when (!stop.IsCancellationRequested) {
            throw new HttpRequestException("the cloud has been silent for too long", e);
        } catch (JsonException e) {
            throw new HttpRequestException("this is not the cloud's answer", e);
        }
    }

    public void NoteServerTime(DateTimeOffset server) {
        if (server.Year < FirstYear) throw new JsonException("this is no time of a server");
        Skew = _options.Time.GetUtcNow() - server;
    }

    /// <summary>With another key the old token is of no use.</summary>
    public void ForgetToken() => _token = null;

    public void Dispose() {
        _http.Dispose();
        _signingIn.Dispose();
    }

    /// <returns>Null when the token was rejected.</returns>
    private async Task<HttpResponseMessage?> Send(Func<Patience, HttpRequestMessage> request, bool renewToken, Patience patience) {
        var token = await Token(renewToken, patience);
        using var message = request(patience);
        message.Headers.Authorization = new("Bearer", token);
        var answer = await Exchange(message, patience);
        if (answer.StatusCode != HttpStatusCode.Unauthorized) return answer;
        answer.Dispose();
        return null;
    }

    private async Task<HttpResponseMessage> Exchange(HttpRequestMessage message, Patience patience) {
        _options.Checkpoint("before call");
        var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        _options.Checkpoint("after call");
        patience.Renew();
        if (answer.Headers.Date is { Year: >= FirstYear } server) NoteServerTime(server);
        return answer;
    }

    /// <summary>Only an answer that carries a code of the closed set is a refusal: what a proxy or a half-done deployment says must not end a job.</summary>
    private async Task<Exception> Failure(HttpResponseMessage answer, Patience patience) {
        var status = answer.StatusCode;
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && RestOf(answer) is { } rest) return new CloudBusyException(rest, status);
        if ((int)status is >= 400 and < 500 && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
            && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && await answer.Content.ReadFromJsonAsync<Refusal>(patience.Token) is { Code.Length: > 0 } refusal) {
            if (refusal.Code is Standing.Fenced or Standing.Revoked or Standing.Moved) return new NotThisDeviceException(refusal.Code);
            if (status != HttpStatusCode.Forbidden) return new CloudRefusedException(refusal.Code);
        }
        return new HttpRequestException("try again later", null, status);
    }

    private TimeSpan? RestOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - Now,
        _ => null,
    };

    private async Task<string> Token(bool renew, Patience patience) {
        await _signingIn.WaitAsync(patience.Token);
        try {
            if (!renew && _token is { } known && _options.Time.GetElapsedTime(known.Since) < known.Life) return known.Token;
            // The first answer tells the server's time: an assertion that a wrong clock made useless is made once more.
            return await SignIn(patience) ?? await SignIn(patience) ?? throw new HttpRequestException("the cloud does not know this device", null, HttpStatusCode.Unauthorized);
        } finally {
            _signingIn.Release();
        }
    }

    private async Task<string?> SignIn(Patience patience) {
        using var message = new HttpRequestMessage(HttpMethod.Post, EdgeRoutes.Token) { Content = JsonContent.Create(new TokenRequest(_key.Assertion(_settings.DeviceId, Now))) };
        using var answer = await Exchange(message, patience);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) return null;
        if (!answer.IsSuccessStatusCode) throw await Failure(answer, patience);
        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(patience.Token) ?? throw new JsonException("the answer is empty");
        if (string.IsNullOrEmpty(token.Token)) throw new JsonException("there is no token");
        NoteServerTime(token.ServerTime);
        // A little early, so that no call sets out with a token that ends on the way.
        _token = (token.Token, _options.Time.GetTimestamp(), (token.ExpiresAt - token.ServerTime) * 0.9);
        return token.Token;
    }
}
