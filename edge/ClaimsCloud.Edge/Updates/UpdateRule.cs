namespace ClaimsCloud.Edge.Updates;

/// <summary>Decides whether a release may be put in now. Nothing is let in by default.</summary>
internal static class UpdateRule {
    public const string NotSigned = "update-not-signed";
    public const string OtherRuntime = "update-other-runtime";
    public const string NotNewer = "update-not-newer";
    public const string KnownBad = "update-known-bad";
    public const string RingWaits = "update-ring-waits";
    public const string BillingDaysWait = "update-billing-days";

    /// <param name="site">The site's ring.</param>
    /// <param name="bad">Versions that did not live here.</param>
    /// <returns>Null when it may go in, else the reason.</returns>
    public static string? WhyNot(Release release, ReleaseKeys keys, Version installed, string runtime, Ring site, IReadOnlyCollection<string> bad, DateOnly today) {
        if (!keys.Signed(release) || !Version.TryParse(release.Version, out var version)) return NotSigned;
        if (release.Runtime != runtime) return OtherRuntime;
        if (version <= installed) return NotNewer;
        if (bad.Contains(release.Version)) return KnownBad;
        if (release.Ring < site) return RingWaits;
        return BillingDays.Contains(today) && !keys.AllowsBillingDays(release) ? BillingDaysWait : null;
    }

    public static string Sentence(string code) => code switch {
        NotSigned => "更新ファイルの署名を確認できません。",
        OtherRuntime => "この PC 用の更新ファイルではありません。",
        NotNewer => "今の版より新しくありません。",
        KnownBad => "この PC で動かなかった版です。",
        RingWaits => "この事業所への提供はまだ始まっていません。",
        _ => "毎月1日から12日は更新しません。急ぐときは、2人の承認が必要です。",
    };
}
