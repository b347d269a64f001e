namespace ClaimsCloud.Edge.Oqs;

/// <summary>
/// A file of the terminal is believed after two equal reads that lie a scan apart, and with its end: before the last tag is there, somebody is still writing.
/// One that stays without an end is taken as it is after a while, and the cloud says what is wrong with it.
/// </summary>
internal sealed class Looks(EdgeOptions options, Disk disk) {
    private static readonly TimeSpan Unended = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private const int Tail = 64;

    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);

    private sealed record Sight(string Sha256, long Since, long Last);

    /// <summary>Its hash; null while it is not to be believed.</summary>
    public string? Believed(string path) {
        var now = options.Time.GetTimestamp();
        foreach (var (gone, sight) in _seen.Where(s => options.Time.GetElapsedTime(s.Value.Last) > Remembered).ToList()) _seen.Remove(gone);
        if (disk.Hash(path) is not { } sha256) return null;
        var since = _seen.GetValueOrDefault(path) is { } before && before.Sha256 == sha256 ? before.Since : now;
        _seen[path] = new(sha256, since, now);
        var stands = options.Time.GetElapsedTime(since, now);
        return stands >= options.ScanEvery && (stands >= Unended || HasEnd(path)) ? sha256 : null;
    }

    private static bool HasEnd(string path) {
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return true;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(Tail, file.Length), SeekOrigin.End);
        var end = new byte[Math.Min(Tail, file.Length)];
        file.ReadExactly(end);
        return end.AsSpan().TrimEnd("\r\n\t "u8).EndsWith("</XmlMsg>"u8);
    }
}
