using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Edge.Relay;

/// <summary>The key by which the two PCs of a site know each other. Each is told the other's public half once, by a person; nobody else can read or write what they exchange.</summary>
internal sealed class RelayKey : IDisposable {
    private static readonly byte[] Purpose = "claimscloud-relay"u8.ToArray();
    private readonly ECDiffieHellman _agreeing = ECDiffieHellman.Create();
    private readonly ECDsa _signing = ECDsa.Create();

    private RelayKey(string pem) {
        _agreeing.ImportFromPem(pem);
        _signing.ImportFromPem(pem);
    }

    /// <summary>SubjectPublicKeyInfo, base64: what is read out or copied to the other PC.</summary>
    public string PublicKey => Convert.ToBase64String(_signing.ExportSubjectPublicKeyInfo());

    public static RelayKey LoadOrCreate(string dataFolder) {
        var path = Path.Combine(dataFolder, "relay.key");
        if (!File.Exists(path)) {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            SecretFile.Write(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }
        return new(Encoding.ASCII.GetString(SecretFile.Read(path)));
    }

    public static bool IsPublicKey(string text) {
        try {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.KeySize == 256;
        } catch (Exception e) when (e is CryptographicException or FormatException) {
            return false;
        }
    }

    public byte[] Sign(byte[] what) => _signing.SignData(what, HashAlgorithmName.SHA256);

    /// <summary>A secret that only this key and the other one can make.</summary>
    public byte[] SharedWith(string other) {
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(Convert.FromBase64String(other), out _);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, _agreeing.DeriveRawSecretAgreement(theirs.PublicKey), 32, info: Purpose);
    }

    public void Dispose() {
        _agreeing.Dispose();
        _signing.Dispose();
    }
}
