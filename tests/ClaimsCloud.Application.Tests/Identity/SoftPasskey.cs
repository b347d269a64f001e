using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

/// <summary>A device that holds one passkey, as WebAuthn describes it, and a browser that can be told to lie.</summary>
internal sealed class SoftPasskey : IDisposable {
    private const byte Present = 1, Verified = 4, WithKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);

    public string Domain { get; init; } = new Uri(GatewayTokens.PublicAddress).Host;
    public string Origin { get; init; } = GatewayTokens.PublicAddress;
    /// <summary>The device asked for a finger or a PIN.</summary>
    public bool Verifies { get; init; } = true;
    public bool InAFrame { get; init; }
    public uint Count { get; set; }
    /// <summary>Of whoever it was made for, from the options.</summary>
    public string UserHandle { get; set; } = "";

    /// <summary>The same device behind another site, or with another habit.</summary>
    public SoftPasskey But(string? domain = null, string? origin = null, bool? verifies = null, bool? inAFrame = null, string? userHandle = null) {
        var other = new SoftPasskey(id) { Domain = domain ?? Domain, Origin = origin ?? Origin, Verifies = verifies ?? Verifies, InAFrame = inAFrame ?? InAFrame, Count = Count, UserHandle = userHandle ?? UserHandle };
        other.key.ImportPkcs8PrivateKey(key.ExportPkcs8PrivateKey(), out _);
        return other;
    }

    public SoftPasskey() { }

    private SoftPasskey(byte[] id) => this.id = id;

    /// <summary>As <c>navigator.credentials.create</c> answers.</summary>
    public string Make(string options, string type = "webauthn.create") {
        var asked = JsonDocument.Parse(options).RootElement;
        UserHandle = asked.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Head(WithKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, checked((byte)data.Length), .. data];
        return Credential(new { clientDataJSON = Url(ClientData(type, asked)), attestationObject = Url(attestation), transports = new[] { "internal" } });
    }

    /// <summary>As <c>navigator.credentials.get</c> answers.</summary>
    public string Show(string options, string type = "webauthn.get") {
        var client = ClientData(type, JsonDocument.Parse(options).RootElement);
        var data = Head(0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Url(client), authenticatorData = Url(data), signature = Url(signature), userHandle = UserHandle });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(byte flags) {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | Present | (Verifies ? Verified : 0)), .. count];
    }

    private byte[] ClientData(string type, JsonElement asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = InAFrame });

    private string Credential(object response) => JsonSerializer.Serialize(new { id = Url(id), rawId = Url(id), type = "public-key", response, clientExtensionResults = new { } });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
