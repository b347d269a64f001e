using System.Net;
using System.Net.Sockets;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A line to the cloud that counts the bytes of both directions.</summary>
internal sealed class CountingLine : IDisposable {
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _cloud;
    private long _bytes;

    public CountingLine(Uri cloud) {
        _cloud = cloud;
        _listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Dispose() => _listener.Stop();

    private async Task Accept() {
        try {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync());
        } catch (SocketException) {
            // Stopped.
        }
    }

    private async Task Carry(TcpClient near) {
        using var far = new TcpClient();
        using (near) {
            await far.ConnectAsync(_cloud.Host, _cloud.Port);
            await Task.WhenAny(Pass(near.GetStream(), far.GetStream()), Pass(far.GetStream(), near.GetStream()));
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to) {
        var block = new byte[64 << 10];
        try {
            for (int read; (read = await from.ReadAsync(block)) > 0;) {
                Interlocked.Add(ref _bytes, read);
                await to.WriteAsync(block.AsMemory(0, read));
            }
        } catch (Exception e) when (e is IOException or ObjectDisposedException) {
            // One end went away.
        }
    }
}
