using System.Security.Cryptography;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Local;

/// <summary>The keys that a deployment keeps in its vault; here they lie beside the data, in a folder of their own.</summary>
internal sealed record LocalKeys(string GatewayPrivate, string GatewayPublic, string EdgeTokens, string Secrets, StoreKeys Stores) {
    /// <summary>Of everything that this program keeps in a folder; stores from before they were encrypted are encrypted now.</summary>
    public static async Task<LocalKeys> Of(string root, CancellationToken stop) {
        var (folder, cloud) = (Path.Combine(root, "keys"), Path.Combine(root, "cloud"));
        Directory.CreateDirectory(folder);
        var gateway = KeyFile(Path.Combine(folder, "gateway.pem"), NewKey);
        using var key = ECDsa.Create();
        key.ImportFromPem(gateway);
        return new(gateway, key.ExportSubjectPublicKeyInfoPem(), KeyFile(Path.Combine(folder, "edge-tokens.pem"), NewKey), KeyFile(Path.Combine(folder, "secrets.key"), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))), await StoresOf(Path.Combine(folder, "stores.key"), cloud, stop));
    }

    /// <summary>A lost key file is not made anew: the stores say under which key they were written, and refuse another.</summary>
    private static async Task<StoreKeys> StoresOf(string file, string cloud, CancellationToken stop) {
        if (File.Exists(file) || EmbeddedStores.AreEncrypted(cloud)) return StoreKeys.Read(file);
        var keys = StoreKeys.Parse(KeyFile(file, () => StoreKeys.NewLine(1)));
        if (Directory.Exists(cloud)) await StoresRewrite.Run(cloud, null, keys, stop);
        return keys;
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
