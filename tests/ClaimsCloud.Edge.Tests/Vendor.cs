using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Updates;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>Who makes releases: the release key, two people who may open the billing days, and a stranger.</summary>
internal sealed class Vendor : IDisposable {
    public const string Itself = "vendor";
    public const string Stranger = "stranger";
    private readonly Dictionary<string, ECDsa> _keys = new[] { Itself, "鈴木", "佐藤", Stranger }.ToDictionary(n => n, _ => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public ReleaseKeys Keys => new(Public(Itself), new Dictionary<string, string> { ["鈴木"] = Public("鈴木"), ["佐藤"] = Public("佐藤") });

    public EdgeRelease Signed(byte[] program, string version = "1.0.1", ReleaseRing ring = ReleaseRing.Lab, string? runtime = null, string by = Itself) {
        var release = new EdgeRelease(version, ring, runtime ?? RuntimeInformation.RuntimeIdentifier, Convert.ToHexStringLower(SHA256.HashData(program)), "", []);
        return release with { Signature = EdgeProof.Sign(_keys[by], release.ToSign()) };
    }

    public EdgeRelease Approved(EdgeRelease release, params ReadOnlySpan<string> people) {
        foreach (var person in people) release = release with { Approvals = [.. release.Approvals, new(person, EdgeProof.Sign(_keys[person], release.ToApprove()))] };
        return release;
    }

    /// <summary>A program as an installer left it: with the keys beside it.</summary>
    public string Install(string folder, string program) {
        File.WriteAllText(Path.Combine(folder, ReleaseKeys.FileName), JsonSerializer.Serialize(Keys));
        var path = Path.Combine(folder, "claims-edge");
        File.WriteAllText(path, program);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public static async Task<DeskReleaseRow> Publish(CloudHarness cloud, EdgeRelease release, byte[] program, int share = 100) {
        using var desk = cloud.Engineer();
        using var answer = await desk.PostAsync($"{PortalRoutes.DeskReleases}?share={share}", new ByteArrayContent([.. release.ToNotice(), .. program]));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<DeskReleaseRow>())!;
    }

    public void Dispose() {
        foreach (var key in _keys.Values) key.Dispose();
    }

    private string Public(string name) => Convert.ToBase64String(_keys[name].ExportSubjectPublicKeyInfo());
}
