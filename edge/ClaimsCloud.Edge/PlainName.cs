namespace ClaimsCloud.Edge;

/// <summary>Names that mean the same on every file system the connector meets, and nothing but a name.</summary>
internal static class PlainName {
    private const int Longest = 100;
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])];

    /// <summary>For names that come from the cloud: no path, no device of Windows, no trailing dot, nothing hidden. A short 8.3 name (<c>RECEIP~1.UKE</c>) could mean another file.</summary>
    public static bool Is(string? name) =>
        name is { Length: > 0 and <= Longest } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.' && name[^1] != '.' && !IsDevice(name);

    /// <summary>For names that a person gave: anything that can be said in one line, and at the cloud too.</summary>
    public static bool IsSayable(string name) => name.Length <= 255 && !name.Any(char.IsControl) && name.IndexOfAny(['/', '\\']) < 0;

    private static bool IsDevice(string name) => Devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase);
}
