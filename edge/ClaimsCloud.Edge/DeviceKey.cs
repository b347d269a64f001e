using System.Security.Cryptography;
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

    public static DeviceKey LoadOrCreate(string dataFolder) {
        var path = Path.Combine(dataFolder, "device.key");
        var key = new DeviceKey();
        if (File.Exists(path)) {
            key._key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        var unfinished = path + ".part";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(unfinished, options)) {
            using var text = new StreamWriter(file, leaveOpen: true);
            text.Write(key._key.ExportPkcs8PrivateKeyPem());
            text.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path);
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
}
