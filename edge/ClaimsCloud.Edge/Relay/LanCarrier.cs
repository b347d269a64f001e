namespace ClaimsCloud.Edge.Relay;

/// <summary>Over the LAN: the terminal calls the uplink. What travels is sealed, so the line itself needs no certificate.</summary>
internal sealed class LanCarrier(Uri uplink) : ICarrier {
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false }) {
        BaseAddress = uplink, Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = Envelopes.Largest,
    };

    public async Task<byte[]> Exchange(string number, byte[] envelope, CancellationToken stop) {
        using var answer = await _http.PostAsync(new Uri($"relay/{number}", UriKind.Relative), new ByteArrayContent(envelope), stop);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException("the uplink has no answer", null, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(stop);
    }

    public void Dispose() => _http.Dispose();
}
