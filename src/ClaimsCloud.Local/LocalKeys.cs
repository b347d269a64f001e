using System.Security.Cryptography;

namespace ClaimsCloud.Local;

/// <summary>The keys that a deployment keeps in its vault; here they lie in the data folder.</summary>
internal sealed record LocalKeys(string GatewayPrivate, string GatewayPublic, string EdgeTokens, string Secrets) {
    public static LocalKeys In(string folder) {
        Directory.CreateDirectory(folder);
        var gateway = KeyFile(Path.Combine(folder, "gateway.pem"), NewKey);
        using var key = ECDsa.Create();
        key.ImportFromPem(gateway);
        return new(gateway, key.ExportSubjectPublicKeyInfoPem(), KeyFile(Path.Combine(folder, "edge-tokens.pem"), NewKey), KeyFile(Path.Combine(folder, "secrets.key"), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
    }

    private static string KeyFile(string path, Func<string> make) {
        if (!File.Exists(path)) {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var text = new StreamWriter(path, options);
            text.Write(make());
        }
        return File.ReadAllText(path);
    }

    private static string NewKey() {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
