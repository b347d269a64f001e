namespace ClaimsCloud.Application.Shared;

/// <summary>Who calls, from the validated token: a person's or a device's id.</summary>
/// <param name="Session">Of a person; null for a device and for the house itself.</param>
/// <param name="From">Address of the caller as the gateway saw it; null for a device and for the house itself.</param>
public sealed record Caller(string Id, string? From = null, string? Session = null) {
    /// <summary>Address under which a browser reaches this house, from the token too: <c>https://claims.example.jp</c>.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>What happens by itself.</summary>
    public static readonly Caller System = new("system");
    /// <summary>Whoever runs the host.</summary>
    public static readonly Caller Host = new("host");
}
