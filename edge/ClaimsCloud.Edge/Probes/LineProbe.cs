using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ClaimsCloud.Edge.Probes;

/// <summary>A way to a server, layer by layer: name, route, port, TLS.</summary>
internal static class LineProbe {
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="owner">Who mends this line: the site's own internet, or the partner that set up the closed network.</param>
    public static async Task Check(Layers layers, string host, int port, bool withTls, Owner owner, CancellationToken stop) {
        IPAddress? address = null;
        await layers.Check("name", owner, async () => {
            try {
                address = (await Dns.GetHostAddressesAsync(host, stop)).FirstOrDefault();
            } catch (SocketException) {
                // As when there is no address.
            }
            return address is null ? $"名前「{host}」からアドレスが分かりません。DNS の設定とネットワークの接続を確かめてください。" : null;
        });
        await layers.Check("route", owner, () => HasRoute(address!, port) ? null : $"{address} への経路がありません。LAN ケーブル、ルーター、VPN の接続を確かめてください。");
        using var client = new TcpClient();
        await layers.Check("port", owner, () => Connect(client, address!, port, stop));
        if (withTls) await layers.Check("tls", owner, () => Handshake(client, host, stop));
    }

    /// <summary>Asks the system only; nothing is sent.</summary>
    private static bool HasRoute(IPAddress address, int port) {
        try {
            using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(address, port);
            return true;
        } catch (SocketException) {
            return false;
        }
    }

    private static async Task<string?> Connect(TcpClient client, IPAddress address, int port, CancellationToken stop) {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try {
            await client.ConnectAsync(address, port, limit.Token);
            return null;
        } catch (SocketException e) when (e.SocketErrorCode is SocketError.HostUnreachable or SocketError.NetworkUnreachable) {
            return $"{address} に届きません。ルーターまたは VPN の先で止まっています。";
        } catch (SocketException) {
            return $"{address} のポート {port} が開いていません。ファイアウォールとサービスの稼働時間を確かめてください。";
        } catch (OperationCanceledException) when (!stop.IsCancellationRequested) {
            return $"{address} のポート {port} から応答がありません。ファイアウォールまたは VPN で止まっています。";
        }
    }

    private static async Task<string?> Handshake(TcpClient client, string host, CancellationToken stop) {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, limit.Token);
            return null;
        } catch (AuthenticationException) {
            return "暗号化通信の証明書を確認できません。PC の日付、証明書、通信を検査する機器の設定を確かめてください。";
        } catch (Exception e) when (e is IOException or OperationCanceledException && !stop.IsCancellationRequested) {
            return "暗号化通信を始められません。プロキシまたは通信を検査する機器を確かめてください。";
        }
    }
}
