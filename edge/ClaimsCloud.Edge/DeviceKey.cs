using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Edge;

/// <summary>The connector's own P-256 key. It is made here, never leaves the data folder except in a sealed bundle, and only its owner may read it.</summary>
internal sealed class DeviceKey : IDisposable {
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(2);
    private readonly string _dataFolder;
    private ECDsa _key;

    private DeviceKey(string dataFolder, ECDsa key) => (_dataFolder, _key) = (dataFolder, key);

    public string PublicKey => PublicOf(_key);

    /// <summary>True while nobody knows whether the cloud has taken the next key: the answer was lost.</summary>
    public bool IsBeingReplaced => File.Exists(NextIn(_dataFolder));

    /// <summary>When the key was made.</summary>
    public DateTimeOffset Since => new(File.GetLastWriteTimeUtc(PathIn(_dataFolder)), TimeSpan.Zero);

    /// <summary>Makes the key at the first enrolment; a repeated one finds the same key.</summary>
    public static DeviceKey LoadOrCreate(string dataFolder) {
        if (File.Exists(PathIn(dataFolder))) return Load(dataFolder);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write(PathIn(dataFolder), key);
        return new(dataFolder, key);
    }

    /// <exception cref="InvalidOperationException">The key is gone: the cloud knows this device by it, so a new one would be of no use.</exception>
    public static DeviceKey Load(string dataFolder) {
        if (!File.Exists(PathIn(dataFolder))) throw new InvalidOperationException("このPCの鍵がありません。画面で新しい登録コードを発行し、もう一度 enrol を実行してください。");
        return new(dataFolder, Read(PathIn(dataFolder)));
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

    public string Sign(byte[] what) => EdgeProof.Sign(_key, what);

    /// <summary>A request that puts a new key in the place of this one; the new one is on the disk before anybody hears of it, and is the same after a restart.</summary>
    public NewKeyRequest Next(string deviceId, string place) {
        if (!IsBeingReplaced) {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Write(NextIn(_dataFolder), made);
        }
        using var next = Read(NextIn(_dataFolder));
        var proof = EdgeProof.OfKey(deviceId, PublicOf(next));
        return new(PublicOf(next), EdgeProof.Sign(next, proof), EdgeProof.Sign(_key, proof), place);
    }

    /// <summary>The cloud has taken the next key.</summary>
    public void UseNext() {
        File.Move(NextIn(_dataFolder), PathIn(_dataFolder), overwrite: true);
        DurableFiles.FlushFolder(_dataFolder);
        var former = _key;
        _key = Read(PathIn(_dataFolder));
        former.Dispose();
    }

    public void Dispose() => _key.Dispose();

    private static string PublicOf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static ECDsa Read(string path) {
        var key = ECDsa.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(SecretFile.Read(path)));
        return key;
    }

    private static void Write(string path, ECDsa key) => SecretFile.Write(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "device.key");

    private static string NextIn(string dataFolder) => Path.Combine(dataFolder, "device.key.next");
}
