using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Portal;

/// <summary>Scripts, styles and pictures, from the assembly. An address carries the hash of what it names, so that a browser may keep it for ever.</summary>
public sealed class Assets {
    private readonly FrozenDictionary<string, Asset> files;

    public Assets() {
        var assembly = typeof(Assets).Assembly;
        files = assembly.GetManifestResourceNames().ToFrozenDictionary(name => name, name => Asset.Read(assembly, name));
    }

    /// <summary>Where a page finds the file, by its path below wwwroot.</summary>
    public string this[string name] => $"/assets/{name}?v={files[name].Hash[..12]}";

    internal static Results<FileContentHttpResult, NotFound> Handle(string name, Assets assets, HttpResponse response) {
        if (!assets.files.TryGetValue(name, out var file)) return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(file.Content, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
    }

    private sealed record Asset(byte[] Content, string Type, string Hash) {
        public static Asset Read(Assembly assembly, string name) {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var type = Path.GetExtension(name) switch { ".js" => "text/javascript; charset=utf-8", ".css" => "text/css; charset=utf-8", _ => "image/svg+xml" };
            return new(content, type, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
    }
}
