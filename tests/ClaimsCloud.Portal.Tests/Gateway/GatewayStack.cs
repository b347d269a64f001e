using System.Net;
using System.Security.Cryptography;
using ClaimsCloud.Gateway;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>A gateway alone, with its own clock, before a server that shows what passes.</summary>
internal sealed class GatewayStack : IAsyncDisposable {
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private GatewayStack(EchoHost behind) => Behind = behind;

    public EchoHost Behind { get; }
    public ManualTime Time { get; } = new(PortalStack.Start);
    public GatewayHost Gateway { get; private set; } = null!;
    public ECDsa Key => key;

    public static async Task<GatewayStack> Run(Func<GatewayOptions, GatewayOptions>? with = null) {
        var stack = new GatewayStack(await EchoHost.Run());
        var options = new GatewayOptions("http://127.0.0.1:0", stack.Behind.Address, stack.Behind.Address, stack.key.ExportPkcs8PrivateKeyPem()) {
            Time = stack.Time, Logging = logging => logging.SetMinimumLevel(LogLevel.None),
        };
        stack.Gateway = GatewayHost.Build((with ?? (o => o))(options));
        await stack.Gateway.App.StartAsync();
        return stack;
    }

    public Visitor Stranger() => new(Gateway.Address);

    public Task<Visitor> SignedIn() => Visitor.SignedIn(Gateway.Address, "biller");

    /// <summary>True when the answer is what stands behind the gateway, not the way to the sign-in page.</summary>
    public static async Task<bool> LetsIn(Visitor visitor, string path = "/files") {
        using var answer = await visitor.Get(path);
        return answer.StatusCode == HttpStatusCode.OK && await answer.Content.ReadAsStringAsync() == "echo";
    }

    public async ValueTask DisposeAsync() {
        await Gateway.DisposeAsync();
        await Behind.DisposeAsync();
        key.Dispose();
    }
}
