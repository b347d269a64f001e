using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Contracts;

/// <summary>
/// What a device signs (ECDSA P-256 over SHA-256, base64), one value a line: its own word about what happened at the site, which holds without trust in the cloud.
/// </summary>
public static class EdgeProof {
    public static byte[] OfEvent(string jobId, JobEvent happened) =>
        Lines("event", jobId, happened.EventKey, happened.Kind.ToString(), happened.Sha256, happened.At.ToString("O", CultureInfo.InvariantCulture), happened.Code);

    public static byte[] OfFile(string contentKey, string name, string sha256) => Lines("file", contentKey, name, sha256);

    public static byte[] OfKey(string deviceId, string publicKey) => Lines("key", deviceId, publicKey);

    public static string Sign(ECDsa key, byte[] what) => Convert.ToBase64String(key.SignData(what, HashAlgorithmName.SHA256));

    /// <summary>False also for a text that is no signature at all.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo, base64.</param>
    public static bool Holds(string publicKey, byte[] what, string proof) {
        try {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(what, Convert.FromBase64String(proof), HashAlgorithmName.SHA256);
        } catch (Exception e) when (e is CryptographicException or FormatException) {
            return false;
        }
    }

    /// <summary>A value never holds a line feed: file names with one are not sent.</summary>
    private static byte[] Lines(params ReadOnlySpan<string?> values) => Encoding.UTF8.GetBytes($"claimscloud\n{string.Join('\n', values)}");
}
