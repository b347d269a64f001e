namespace ClaimsCloud.Domain.Fleet;

/// <summary>Claims of one month of claiming, counted by what the payer said. Care claims are not in it: their lists name no claim that is clean.</summary>
/// <param name="Answered">Claims that the payer's first list is about.</param>
/// <param name="Clean">Of these: neither 要確認 nor 受付不能.</param>
/// <param name="Confirmed">請求確定.</param>
/// <param name="Returned">Of these: came back.</param>
public sealed record ClaimCounts(int Answered, int Clean, int Confirmed, int Returned) {
    public static readonly ClaimCounts None = new(0, 0, 0, 0);

    public static ClaimCounts operator +(ClaimCounts one, ClaimCounts other) =>
        new(one.Answered + other.Answered, one.Clean + other.Clean, one.Confirmed + other.Confirmed, one.Returned + other.Returned);

    public static ClaimCounts Add(ClaimCounts left, ClaimCounts right) => left + right;

    /// <summary>Clean claims of those that were answered, 0 to 1; null before any was.</summary>
    public double? CleanRate => Share(Clean, Answered);

    /// <summary>Claims that were taken the first time and did not come back; null before any was answered.</summary>
    public double? FirstPassRate => Share(Math.Max(0, Confirmed - Returned), Answered);

    /// <summary>Returned claims of those that were confirmed; null before any was.</summary>
    public double? ReturnRate => Share(Math.Min(Returned, Confirmed), Confirmed);

    private static double? Share(int part, int of) => of == 0 ? null : (double)Math.Min(part, of) / of;
}
