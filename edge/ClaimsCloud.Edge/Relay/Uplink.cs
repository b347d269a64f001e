namespace ClaimsCloud.Edge.Relay;

/// <summary>
/// The PC with internet in a site of two: opens an envelope of its terminal, makes the one call that is in it, and seals the answer. It keeps nothing; tokens, files
/// and receipts are between the terminal and the cloud.
/// </summary>
internal sealed class Uplink(Uri cloud, RelayKey key, string terminalKey, Alarms alarms) : IDisposable {
    private readonly HttpClient _http = new(CloudLine.Sockets()) { Timeout = TimeSpan.FromMinutes(5) };
    private readonly Envelopes _envelopes = new(key, terminalKey);

    /// <exception cref="EnvelopeException">The envelope is not from the terminal, or is no call of a connector.</exception>
    /// <exception cref="HttpRequestException">The cloud cannot be reached.</exception>
    public async Task<byte[]> Pass(string number, byte[] envelope, CancellationToken stop) {
        using var request = RelayedMessage.Request(_envelopes.Open(number, Envelopes.ToUplink, envelope), cloud);
        using var answer = await _http.SendAsync(request, stop);
        return _envelopes.Seal(number, Envelopes.ToTerminal, await RelayedMessage.Pack(answer, stop));
    }

    public void Refused(EnvelopeException why) => alarms.Note($"envelope refused: {why.Message}");

    public void Dispose() {
        _http.Dispose();
        _envelopes.Dispose();
    }
}
