using System.Net.Http.Headers;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Tests.Stack;

internal static class Releases {
    /// <summary>The form of the desk's page with a release in it; the cloud carries it whoever signed it.</summary>
    public static MultipartFormDataContent Form(string share, string version = "1.1.0") {
        byte[] program = [1, 2, 3];
        var notice = new EdgeRelease(version, ReleaseRing.Friends, "win-x64", Convert.ToHexStringLower(SHA256.HashData(program)), "signature", []);
        var file = new ByteArrayContent([.. notice.ToNotice(), .. program]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { new StringContent(share), "share" }, { file, "file", "claims-edge.release" } };
    }
}
