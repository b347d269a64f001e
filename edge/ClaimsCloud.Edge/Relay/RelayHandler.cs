using System.Security.Cryptography;

namespace ClaimsCloud.Edge.Relay;

/// <summary>Takes the place of the sockets on a terminal without internet: each call to the cloud goes to the uplink in an envelope of its own.</summary>
internal sealed class RelayHandler(RelayKey key, Envelopes envelopes, ICarrier carrier) : HttpMessageHandler {
    public static RelayHandler For(RelaySettings settings, string dataFolder, TimeProvider time) {
        var key = RelayKey.LoadOrCreate(dataFolder);
        return new(key, new(key, settings.UplinkKey), settings.Address is { } address ? new LanCarrier(address) : new FolderCarrier(settings.Folder!, time));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) {
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var sealedRequest = envelopes.Seal(number, Envelopes.ToUplink, await RelayedMessage.Pack(request, cancellationToken));
        try {
            return RelayedMessage.Answer(envelopes.Open(number, Envelopes.ToTerminal, await carrier.Exchange(number, sealedRequest, cancellationToken)));
        } catch (EnvelopeException e) {
            throw new HttpRequestException("the answer is not from the uplink", e);
        }
    }

    protected override void Dispose(bool disposing) {
        if (disposing) {
            carrier.Dispose();
            envelopes.Dispose();
            key.Dispose();
        }
        base.Dispose(disposing);
    }
}
