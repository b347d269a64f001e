using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Submissions;

/// <summary>Each sealing of a station replaces it: of two files with the same claims that are sealed at once, the second is looked at anew.</summary>
/// <param name="FileId">What was sealed last.</param>
internal sealed record SealTurn(string FileId) {
    public const string Id = "station";
    public static readonly DocumentKind<SealTurn> Kind = new("seal-turn");
}
