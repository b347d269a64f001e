namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>What two listings say about one request. Everything else in the folders belongs to others and is left alone.</summary>
/// <param name="IsUntaken">The request still lies in <c>req</c>: the terminal's application may be down.</param>
/// <param name="Answer">File name of the answer; null when there is none yet.</param>
/// <param name="Refusal">File name of the <c>.err</c>; null when there is none.</param>
public sealed record FolderSight(bool IsUntaken, string? Answer, string? Refusal) {
    private static readonly string[] Extensions = [".xml", ".zip", ".pdf"];

    /// <param name="inReq">File names in <c>req</c>.</param>
    /// <param name="inRes">File names in <c>res</c>.</param>
    public static FolderSight Of(RequestName name, IReadOnlyCollection<string> inReq, IReadOnlyCollection<string> inRes) {
        ArgumentNullException.ThrowIfNull(name);
        // A Windows share does not tell apart upper and lower case.
        bool Has(IReadOnlyCollection<string> names, string file) => names.Contains(file, StringComparer.OrdinalIgnoreCase);
        return new(Has(inReq, name.FileName), Extensions.Select(e => name.AnswerStem + e).FirstOrDefault(f => Has(inRes, f)), Has(inRes, name.RefusalName) ? name.RefusalName : null);
    }
}
