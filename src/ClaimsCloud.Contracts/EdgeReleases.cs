using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

/// <summary>How far a release has been let out. A site takes what was let out as far as its own ring; each ring waits for the one before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseRing>))]
public enum ReleaseRing { Lab, Friends, Tenth, All }

/// <param name="Signature">Over <see cref="EdgeRelease.ToApprove"/>, by the person's own key.</param>
public sealed record ReleaseApproval(string Person, string Signature);

/// <summary>What a program of the connector says about itself, signed by the vendor; the cloud only carries it. Signatures are as those of <see cref="EdgeProof"/>.</summary>
/// <param name="Version">Of the program, <c>1.2.3</c>.</param>
/// <param name="Runtime"><c>win-x64</c> or <c>linux-x64</c>.</param>
/// <param name="Sha256">Of the program file, lower-case hex.</param>
/// <param name="Signature">Over <see cref="ToSign"/>, by the release key.</param>
/// <param name="Approvals">People who say that it may go in from the 1st to the 12th of a month.</param>
public sealed record EdgeRelease(string Version, ReleaseRing Ring, string Runtime, string Sha256, string Signature, IReadOnlyList<ReleaseApproval> Approvals) {
    /// <summary>Bytes that the first line of a release file may have.</summary>
    public const int LargestNotice = 8 << 10;

    public byte[] ToSign() => Encoding.UTF8.GetBytes($"claimscloud-release\n{Version}\n{Ring}\n{Runtime}\n{Sha256}");

    public byte[] ToApprove() => Encoding.UTF8.GetBytes($"claimscloud-billing-days\n{Version}\n{Runtime}\n{Sha256}");

    /// <summary>The first line of a release file; the program follows it.</summary>
    public byte[] ToNotice() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    /// <summary>Null when the line is no notice of a release.</summary>
    public static EdgeRelease? FromNotice(ReadOnlySpan<byte> line) {
        try {
            return JsonSerializer.Deserialize<EdgeRelease>(line) is { Version: not null, Runtime: not null, Sha256: not null, Signature: not null, Approvals: not null } release
                && release.Approvals.All(a => a is { Person: not null, Signature: not null }) ? release : null;
        } catch (JsonException) {
            return null;
        }
    }

    /// <summary>Reads the notice that a release file begins with; the stream stands at the program then. Null when it begins with something else.</summary>
    public static async Task<EdgeRelease?> ReadNotice(Stream file, CancellationToken stop) {
        var (line, one) = (new List<byte>(), new byte[1]);
        while (line.Count < LargestNotice && await file.ReadAsync(one, stop) == 1) {
            if (one[0] == '\n') return FromNotice([.. line]);
            line.Add(one[0]);
        }
        return null;
    }

    /// <summary>Null when the text is no version of a program.</summary>
    public static Version? VersionOf(string text) => System.Version.TryParse(text, out var version) && version is { Build: >= 0, Revision: < 0 } && version.ToString() == text ? version : null;
}

/// <summary>A release that this connector may take.</summary>
/// <param name="ReleaseId">For <see cref="EdgeRoutes.ReleaseProgram"/>.</param>
/// <param name="Size">Bytes of the program.</param>
public sealed record ReleaseOffer(string ReleaseId, long Size, EdgeRelease Release);

/// <summary>The connector's program, as the cloud needs to know it to offer another one.</summary>
/// <param name="RolledBack">The version that was put in last and did not live here; null when there was none.</param>
/// <param name="Waits">Why the last offer is not put in, a code (<c>update-billing-days</c>); null when nothing is in its way.</param>
public sealed record EdgeProgram(string Runtime, ReleaseRing Ring, string? RolledBack, string? Waits);
