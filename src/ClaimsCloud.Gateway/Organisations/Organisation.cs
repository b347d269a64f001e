using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Gateway.Organisations;

/// <summary>
/// An organisation whose people may sign in with its own OpenID Connect provider. Whoever runs the gateway names it, in a file; nothing that a tenant can set is ever called from here.
/// </summary>
/// <param name="Id">Lower-case letters, digits and hyphens; part of the address to which it sends people back.</param>
/// <param name="Name">On the button.</param>
/// <param name="Issuer">Exactly as in its tokens: <c>https://…</c>.</param>
/// <param name="ClientSecret">Null for a public client.</param>
/// <param name="Tenants">Ids of the stations whose people may come from there; <c>vendor</c> for the vendor's.</param>
public sealed record Organisation(string Id, string Name, Uri Issuer, string ClientId, string? ClientSecret, IReadOnlyList<string> Tenants) {
    /// <summary>Where its settings are, when not below the issuer.</summary>
    public Uri? Metadata { get; init; }
    /// <summary>Whether its sign-in is a second factor too.</summary>
    public CountsAsSecondFactor SecondFactor { get; init; } = CountsAsSecondFactor.WhenItSaysSo;
    /// <summary>Values of <c>amr</c>, one of which says that a second factor was asked for, for example <c>mfa</c>.</summary>
    public IReadOnlyList<string> Amr { get; init; } = [];
    /// <summary>Values of <c>acr</c> that say so.</summary>
    public IReadOnlyList<string> Acr { get; init; } = [];

    internal bool IsFor(string? tenant) => Tenants.Contains(tenant ?? OrganisationPerson.Vendor, StringComparer.Ordinal);

    /// <summary>From a JSON file that may be a secret itself and hold the clients' secrets; else each is in a file that Key Vault mounts.</summary>
    /// <exception cref="InvalidOperationException">Something that cannot be safe: http to another machine, an id that is no part of an address.</exception>
    public static IReadOnlyList<Organisation> Read(string file) {
        var rows = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(file), Options) ?? throw new InvalidOperationException($"{file} names no organisations.");
        return [.. rows.Select(row => new Organisation(row.Id, row.Name, row.Issuer, row.ClientId, row.ClientSecretFile is { } secret ? File.ReadAllText(secret).Trim() : row.ClientSecret, row.Tenants) {
            Metadata = row.Metadata, SecondFactor = row.SecondFactor, Amr = row.Amr, Acr = row.Acr,
        }.Checked())];
    }

    internal Organisation Checked() {
        if (Id.Length is 0 or > 40 || !Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) throw new InvalidOperationException($"'{Id}' is no id of an organisation.");
        if (Name.Length == 0 || ClientId.Length == 0) throw new InvalidOperationException($"Organisation {Id} has no name or no client id.");
        foreach (var address in new[] { Issuer, Metadata }.OfType<Uri>())
            if (!IsSafe(address)) throw new InvalidOperationException($"Organisation {Id} is not reached over https.");
        return this;
    }

    /// <summary>Over http only on this machine, which is for tests.</summary>
    internal static bool IsSafe(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new JsonStringEnumConverter() },
    };

    private sealed record Row(string Id, string Name, Uri Issuer, string ClientId, string[] Tenants) {
        public string? ClientSecret { get; init; }
        public string? ClientSecretFile { get; init; }
        public Uri? Metadata { get; init; }
        public CountsAsSecondFactor SecondFactor { get; init; }
        public string[] Amr { get; init; } = [];
        public string[] Acr { get; init; } = [];
    }
}

public enum CountsAsSecondFactor {
    /// <summary>When its token holds one of the named values of <c>amr</c> or <c>acr</c>; with none named, never.</summary>
    WhenItSaysSo,
    /// <summary>It lets nobody in without one.</summary>
    Always,
}
