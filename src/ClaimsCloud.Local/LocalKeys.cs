using System.Security.Cryptography;

namespace ClaimsCloud.Local;

/// <summary>The keys that a deployment keeps in its vault; here they lie in the data folder.</summary>
internal sealed record LocalKeys(string GatewayPrivate, string GatewayPublic, string EdgeTokens) {
    public static LocalKeys In(string folder) {
        Directory.CreateDirectory(folder);
        var gateway = KeyFile(Path.Combine(folder, "gateway.pem"));
        using var key = ECDsa.Create();
        key.ImportFromPem(gateway);
        return new(gateway, key.ExportSubjectPublicKeyInfoPem(), KeyFile(Path.Combine(folder, "edge-tokens.pem")));
    }

    private static string KeyFile(string path) {
        if (!File.Exists(path)) {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var text = new StreamWriter(path, options);
            text.Write(key.ExportPkcs8PrivateKeyPem());
        }
        return File.ReadAllText(path);
    }
}
