using System.Globalization;

namespace ClaimsCloud.Portal.Words;

internal static class Amounts {
    public const string Unknown = "—";

    public static string Yen(long? yen) => yen is { } known ? Number(known) + "円" : Unknown;

    public static string Count(long? count) => count is { } known ? Number(known) + "件" : Unknown;

    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Bytes(long bytes) => bytes switch {
        < 1024 => $"{Number(bytes)}バイト",
        < 1024 * 1024 => (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture) + " KB",
        _ => (bytes / 1024.0 / 1024.0).ToString("#,0.#", CultureInfo.InvariantCulture) + " MB",
    };

    /// <summary>First and last characters of a hash, enough to compare by eye.</summary>
    public static string ShortHash(string hash) => hash.Length <= 16 ? hash : $"{hash[..8]}…{hash[^8..]}";
}
