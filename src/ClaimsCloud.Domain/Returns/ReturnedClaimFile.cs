using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>How a return file was read where the specification leaves more than one way.</summary>
/// <param name="Footer">Record id of the end: <c>HG</c>; null when there is none.</param>
/// <param name="LineEnding">Of the first line; the official one is CR LF.</param>
/// <param name="HasEndMark">False when 1A is missing, which is tolerated.</param>
/// <param name="Reasons">Where the codes of the reasons stood, each way once.</param>
public sealed record ReturnReading(string? Footer, LineEnding LineEnding, bool HasEndMark, IReadOnlyList<ReasonLayout> Reasons);

/// <summary>
/// 一次請求返戻ファイル: claims that came back (manual 別紙1, pp. 65–66; the record spec of return files was not obtainable). Reading never throws, whatever the bytes;
/// when <see cref="Damaged"/> is true nothing in it may be imported. The bytes are never changed.
/// </summary>
/// <param name="Header">Null when the file does not begin with one.</param>
/// <param name="Claims">In file order; of a damaged file, as far as they could be told apart.</param>
/// <param name="StatedClaims">How many claims the file says that it holds (HG item 2); null when it does not say.</param>
public sealed record ReturnedClaimFile(ReturnHeader? Header, IReadOnlyList<ReturnedClaim> Claims, int? StatedClaims, ReturnReading Reading, IReadOnlyList<Finding> Findings) {
    /// <summary>True when the file is not whole. Findings of less weight are for a person to see and do not stop the import.</summary>
    public bool Damaged => Findings.Any(f => f.Severity == Severity.FileRefused && f.Verdict == Verdict.Fail);

    public static ReturnedClaimFile Read(ReadOnlySpan<byte> bytes) => new ReturnedClaimReader().Read(bytes.ToArray());

    /// <summary>True when the bytes begin as a return file does; HM begins a claim file as well and is not enough.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("HH,"u8) || bytes.StartsWith("HI,"u8) || bytes.StartsWith("IR,"u8);
}
