using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Identity.Passkeys;

/// <summary>
/// What has to be known again when the browser comes back with what its device signed. It travels sealed, bound to whom it was made for, so that whoever only asks writes nothing here.
/// </summary>
/// <param name="State">Of the framework's handler.</param>
/// <param name="Address">Public address under which it was asked for; also where the signature has to be from.</param>
internal sealed record PasskeyChallenge(string State, string Address, DateTimeOffset Until) {
    /// <summary>Known to nobody but the gateway, which keeps it in a cookie of that one browser.</summary>
    public const string ForSignIn = "passkey|sign-in";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static string ForRegistration(Caller caller) => $"passkey|registration|{caller.Id}|{caller.Session}";

    /// <summary>The document that says it was used.</summary>
    public string UsedId => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(State)));

    public string Seal(string boundTo, SecretBox secrets) => secrets.Seal(boundTo, JsonSerializer.SerializeToUtf8Bytes(this, Json.Options));

    /// <summary>Null for one that was made for somebody or something else, was changed, has run out, or was asked for under another address.</summary>
    public static PasskeyChallenge? Open(string? sealedText, string boundTo, SecretBox secrets, Caller caller, DateTimeOffset now) =>
        secrets.TryOpen(boundTo, sealedText ?? "") is { } bytes && JsonSerializer.Deserialize<PasskeyChallenge>(bytes, Json.Options) is { } challenge && now < challenge.Until && challenge.Address == caller.PublicAddress
            ? challenge : null;
}
