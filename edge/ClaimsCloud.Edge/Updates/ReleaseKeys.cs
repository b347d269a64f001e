using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>Whose signatures count; it lies beside the program and comes with the installer.</summary>
/// <param name="Vendor">SubjectPublicKeyInfo, base64.</param>
/// <param name="People">Name and key of those who may open the billing days.</param>
internal sealed record ReleaseKeys(string Vendor, IReadOnlyDictionary<string, string> People) {
    public const string FileName = "release-keys.json";

    /// <summary>Null when there are none, or they cannot be read: then nothing goes in.</summary>
    public static ReleaseKeys? Beside(string program) {
        var path = Path.Combine(Path.GetDirectoryName(program)!, FileName);
        try {
            return File.Exists(path) && JsonSerializer.Deserialize<ReleaseKeys>(File.ReadAllBytes(path)) is { Vendor: not null, People: not null } keys ? keys : null;
        } catch (JsonException) {
            return null;
        }
    }

    public bool Signed(EdgeRelease release) => EdgeProof.Holds(Vendor, release.ToSign(), release.Signature);

    /// <summary>Two people, not one twice.</summary>
    public bool AllowsBillingDays(EdgeRelease release) =>
        release.Approvals.Where(a => People.TryGetValue(a.Person, out var key) && EdgeProof.Holds(key, release.ToApprove(), a.Signature)).Select(a => a.Person).Distinct().Count() >= 2;
}
