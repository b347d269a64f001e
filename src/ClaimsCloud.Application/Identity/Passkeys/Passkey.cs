using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Identity;

namespace ClaimsCloud.Application.Identity.Passkeys;

/// <summary>A key pair whose private half is in a person's device; this is the public one. The document's id is the hash of the credential's id, which is as long as a device wants.</summary>
/// <param name="Name">By which she knows it.</param>
/// <param name="CredentialId">Base64url, here and in the key.</param>
/// <param name="SignCount">The device's counter of signatures at the last use; 0 for one that does not count.</param>
internal sealed record Passkey(string PersonId, string Name, string CredentialId, string PublicKey, uint SignCount, bool BackupEligible, bool BackedUp, IReadOnlyList<string> Transports, DateTimeOffset AddedAt, DateTimeOffset? UsedAt) {
    public const int NameLength = 50;
    /// <summary>Of one person; they have to fit into the commit with which an access ends.</summary>
    public const int Most = 10;
    /// <summary>WebAuthn allows no longer ids of credentials.</summary>
    private const int LongestCredentialId = 1023;

    public static readonly DocumentIndex<Passkey> ByPerson = new("person", p => $"{p.PersonId}|{SortKeys.Of(p.AddedAt)}");
    public static readonly DocumentKind<Passkey> Kind = new("passkey", ByPerson);

    public static string IdOf(ReadOnlySpan<byte> credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId));

    /// <summary>From what a browser sent; null when it names no credential.</summary>
    public static string? IdOf(string credentialJson) {
        try {
            using var json = JsonDocument.Parse(credentialJson);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String) return null;
            return id.GetString() is { Length: > 0 and <= LongestCredentialId * 2 } text && Base64Url.IsValid(text) ? IdOf(Base64Url.DecodeFromChars(text)) : null;
        } catch (JsonException) {
            return null;
        }
    }

    public static async Task<List<Stored<Passkey>>> Of(string personId, PlatformScope platform, CancellationToken stop) {
        var all = new List<Stored<Passkey>>();
        await foreach (var one in platform.Documents.All(Kind, ByPerson, IndexRange.Between($"{personId}|", $"{personId}|\U0010FFFF"), stop)) all.Add(one);
        return all;
    }

    public static Passkey From(UserPasskeyInfo info, string personId, string name, DateTimeOffset now) => new(personId, name, Base64Url.EncodeToString(info.CredentialId), Base64Url.EncodeToString(info.PublicKey),
        info.SignCount, info.IsBackupEligible, info.IsBackedUp, [.. (info.Transports ?? []).Take(Most)], now, null);

    /// <summary>As the framework wants it. What the device said about itself when the key was made is not kept.</summary>
    public UserPasskeyInfo ToInfo() => new(Base64Url.DecodeFromChars(CredentialId), Base64Url.DecodeFromChars(PublicKey), AddedAt, SignCount, [.. Transports], isUserVerified: true, BackupEligible, BackedUp, [], []) { Name = Name };
}
