using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>How far a release has been let out. A site takes what was let out as far as its own ring; each ring waits for the one before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ring>))]
public enum Ring { Lab, Friends, Tenth, All }

/// <param name="Signature">Over <see cref="Release.ToApprove"/>, by the person's own key.</param>
internal sealed record Approval(string Person, string Signature);

/// <summary>What a package says about itself, signed by the vendor.</summary>
/// <param name="Version">Of the program, <c>1.2.3</c>.</param>
/// <param name="Runtime"><c>win-x64</c> or <c>linux-x64</c>.</param>
/// <param name="Sha256">Of the program file.</param>
/// <param name="Signature">Over <see cref="ToSign"/>, by the release key.</param>
/// <param name="Approvals">People who say that it may go out in the billing days.</param>
internal sealed record Release(string Version, Ring Ring, string Runtime, string Sha256, string Signature, IReadOnlyList<Approval> Approvals) {
    public byte[] ToSign() => Encoding.UTF8.GetBytes($"claimscloud-release\n{Version}\n{Ring}\n{Runtime}\n{Sha256}");

    public byte[] ToApprove() => Encoding.UTF8.GetBytes($"claimscloud-billing-days\n{Version}\n{Runtime}\n{Sha256}");
}

/// <summary>Whose signatures count; it lies beside the program and comes with the installer.</summary>
/// <param name="Vendor">SubjectPublicKeyInfo, base64.</param>
/// <param name="People">Name and key of those who may open the billing days.</param>
internal sealed record ReleaseKeys(string Vendor, IReadOnlyDictionary<string, string> People) {
    public bool Signed(Release release) => EdgeProof.Holds(Vendor, release.ToSign(), release.Signature);

    /// <summary>Two people, not one twice.</summary>
    public bool AllowsBillingDays(Release release) =>
        release.Approvals.Where(a => People.TryGetValue(a.Person, out var key) && EdgeProof.Holds(key, release.ToApprove(), a.Signature)).Select(a => a.Person).Distinct().Count() >= 2;
}
