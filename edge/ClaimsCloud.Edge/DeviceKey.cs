using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Edge;

/// <summary>The connector's own P-256 key. It is made here, never leaves the data folder, and only its owner may read it.</summary>
internal sealed class DeviceKey : IDisposable {
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(2);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private DeviceKey() { }

    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>Makes the key at the first enrolment; a repeated one finds the same key.</summary>
    public static DeviceKey LoadOrCreate(string dataFolder) {
        if (File.Exists(PathIn(dataFolder))) return Load(dataFolder);
        var key = new DeviceKey();
        DurableFiles.WriteSecret(PathIn(dataFolder), Encoding.ASCII.GetBytes(key._key.ExportPkcs8PrivateKeyPem()));
        return key;
    }

    /// <exception cref="InvalidOperationException">The key is gone: the cloud knows this device by it, so a new one would be of no use.</exception>
    public static DeviceKey Load(string dataFolder) {
        if (!File.Exists(PathIn(dataFolder))) throw new InvalidOperationException("このPCの鍵がありません。画面で新しい登録コードを発行し、もう一度 enrol を実行してください。");
        var key = new DeviceKey();
        key._key.ImportFromPem(File.ReadAllText(PathIn(dataFolder)));
        return key;
    }

    /// <param name="now">The server's clock as far as we know it: a device whose clock is wrong must still get in.</param>
    public string Assertion(string deviceId, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor {
            Issuer = deviceId,
            Audience = EdgeRoutes.AssertionAudience,
            Claims = new Dictionary<string, object> { ["sub"] = deviceId, ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) },
            Expires = (now + AssertionLife).UtcDateTime,
            SigningCredentials = new(new ECDsaSecurityKey(_key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256),
        });

    public void Dispose() => _key.Dispose();

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "device.key");
}
