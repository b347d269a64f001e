using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>
/// Our key of a claim, recorded as 訪問看護記録番号等 (RE item 14): a returned claim brings it back. The same for every build of the same station, patient,
/// month and insurance card, and tells nothing about them.
/// </summary>
public static class ClaimKey {
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 20;

    /// <param name="card">Key of the insurance card; empty for public expense alone.</param>
    /// <returns>20 characters of A–Z and 2–9.</returns>
    public static string Of(string station, string patient, ServiceMonth month, string card) {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{station}\n{patient}\n{month}\n{card}"));
        return string.Create(Length, hash, static (text, bytes) => {
            for (var i = 0; i < text.Length; i++) text[i] = Alphabet[bytes[i] & 31];
        });
    }
}
