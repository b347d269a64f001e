using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Application.EdgeLink;

internal static class DeviceKey {
    private const string P256 = "1.2.840.10045.3.1.7";

    public static bool IsP256(string? publicKey) {
        if (string.IsNullOrEmpty(publicKey) || publicKey.Length > 512) return false;
        try {
            using var key = Read(publicKey);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
        } catch (Exception e) when (e is CryptographicException or FormatException) {
            return false;
        }
    }

    public static ECDsaSecurityKey SecurityKey(string publicKey) => TokenKeys.For(Read(publicKey));

    private static ECDsa Read(string publicKey) {
        var bytes = Convert.FromBase64String(publicKey);
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(bytes, out var read);
        return read == bytes.Length ? key : throw new CryptographicException("There is more than a key.");
    }
}
