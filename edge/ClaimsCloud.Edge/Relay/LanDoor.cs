using System.Net;

namespace ClaimsCloud.Edge.Relay;

/// <summary>The uplink's door on the LAN. It listens on the one address it was given, and answers nobody whose envelope it cannot open.</summary>
internal sealed class LanDoor(Uplink uplink, Uri address) {
    private const string Prefix = "/relay/";

    public async Task Run(CancellationToken stop) {
        using var listener = new HttpListener();
        listener.Prefixes.Add(address.AbsoluteUri);
        listener.Start();
        using var ending = stop.Register(listener.Stop);
        var open = new List<Task>();
        while (!stop.IsCancellationRequested) {
            HttpListenerContext call;
            try {
                call = await listener.GetContextAsync();
            } catch (Exception e) when (stop.IsCancellationRequested && e is HttpListenerException or ObjectDisposedException) {
                break;
            }
            open.RemoveAll(t => t.IsCompleted);
            open.Add(Answer(call, stop));
        }
        await Task.WhenAll(open);
    }

    /// <summary>A terminal that went away will ask again; a listener that was stopped has no answers any more.</summary>
    private async Task Answer(HttpListenerContext call, CancellationToken stop) {
        try {
            var (status, answer) = await Ask(call.Request, stop);
            call.Response.StatusCode = (int)status;
            call.Response.ContentLength64 = answer.Length;
            await call.Response.OutputStream.WriteAsync(answer, stop);
            call.Response.Close();
        } catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException or OperationCanceledException) {
            call.Response.Abort();
        }
    }

    private async Task<(HttpStatusCode, byte[])> Ask(HttpListenerRequest request, CancellationToken stop) {
        var path = request.Url?.AbsolutePath ?? "";
        var number = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : "";
        if (request.HttpMethod != "POST" || !Envelopes.IsNumber(number) || request.ContentLength64 is <= 0 or > Envelopes.Largest) return (HttpStatusCode.NotFound, []);
        var envelope = new byte[request.ContentLength64];
        await request.InputStream.ReadExactlyAsync(envelope, stop);
        try {
            return (HttpStatusCode.OK, await uplink.Pass(number, envelope, stop));
        } catch (EnvelopeException e) {
            uplink.Refused(e);
            return (HttpStatusCode.NotFound, []);
        } catch (HttpRequestException) {
            return (HttpStatusCode.BadGateway, []);
        }
    }
}
