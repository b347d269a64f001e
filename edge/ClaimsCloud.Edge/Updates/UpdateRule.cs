using System.Runtime.InteropServices;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>Decides whether a release may be put in now. Nothing is let in by default.</summary>
internal static class UpdateRule {
    public const string NotSigned = "update-not-signed";
    public const string OtherRuntime = "update-other-runtime";
    public const string NotNewer = "update-not-newer";
    public const string KnownBad = "update-known-bad";
    public const string RingWaits = "update-ring-waits";
    public const string BillingDaysWait = "update-billing-days";
    public const string CannotWrite = "update-cannot-write";

    /// <summary>By the program that runs here, on the day that the server says.</summary>
    /// <returns>Null when it may go in, else the reason.</returns>
    public static string? WhyNot(EdgeRelease release, EdgeOptions options, ReleaseRing site, IReadOnlyCollection<string> bad, DateOnly today) =>
        ReleaseKeys.Beside(options.Program) is { } keys ? WhyNot(release, keys, Version.Parse(options.Version), RuntimeInformation.RuntimeIdentifier, site, bad, today) : NotSigned;

    /// <param name="site">The site's ring.</param>
    /// <param name="bad">Versions that did not live here.</param>
    /// <returns>As above.</returns>
    public static string? WhyNot(EdgeRelease release, ReleaseKeys keys, Version installed, string runtime, ReleaseRing site, IReadOnlyCollection<string> bad, DateOnly today) {
        if (!keys.Signed(release) || EdgeRelease.VersionOf(release.Version) is not { } version) return NotSigned;
        if (release.Runtime != runtime) return OtherRuntime;
        if (version <= installed) return NotNewer;
        if (bad.Contains(release.Version)) return KnownBad;
        if (release.Ring < site) return RingWaits;
        return BillingDays.Contains(today) && !keys.AllowsBillingDays(release) ? BillingDaysWait : null;
    }
}
