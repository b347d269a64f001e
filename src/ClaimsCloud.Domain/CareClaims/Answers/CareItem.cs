namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>Where a claim's money is.</summary>
public enum CareState {
    /// <summary>Sent, and nobody has decided.</summary>
    Open,
    /// <summary>返戻: correct it and claim again.</summary>
    Returned,
    /// <summary>保留: wait. Never send it again.</summary>
    Held,
    Paid,
    /// <summary>過誤: was paid and is taken back.</summary>
    Withdrawn,
}

/// <summary>A claim in a file that was handed over.</summary>
/// <param name="Number">Position in the file, from 1.</param>
/// <param name="ProcessingMonth">処理対象年月 of the file.</param>
public sealed record CareSending(string FileId, int Number, string ProcessingMonth, SentCareClaim Claim);

/// <summary>One claim with what became of it. Its yen lie in exactly one place each: <see cref="ClaimedYen"/> is the sum of the six others.</summary>
/// <param name="AdjustedYen">What was claimed and is not paid because of 査定 or 再審査; negative when more is paid.</param>
/// <param name="Reasons">Lines that were said about it, in their order.</param>
/// <param name="ReviewMonth">Of what decided last; empty while nothing did.</param>
/// <param name="IsSentAgain">A later claim of the same person, insurer and service stands in its place.</param>
public sealed record CareItem(CareSending Sending, CareState State, long AdjustedYen, IReadOnlyList<CareAnswerLine> Reasons, string ReviewMonth, bool IsSentAgain) {
    public long ClaimedYen => Sending.Claim.BenefitYen;
    public long PaidYen => In(CareState.Paid);
    public long ReturnedYen => In(CareState.Returned);
    public long HeldYen => In(CareState.Held);
    public long WithdrawnYen => In(CareState.Withdrawn);
    public long OpenYen => In(CareState.Open);

    /// <summary>Money that nobody has decided to pay, and that no later claim asks for.</summary>
    public long YenAtRisk => State switch {
        CareState.Open or CareState.Held => ClaimedYen - AdjustedYen,
        CareState.Returned or CareState.Withdrawn when !IsSentAgain => ClaimedYen - AdjustedYen,
        _ => 0,
    };

    /// <summary>True when the claim may be sent once more: it came back, or was taken back, and no later one stands in its place.</summary>
    public bool MayBeSentAgain => State is CareState.Returned or CareState.Withdrawn && !IsSentAgain;

    private long In(CareState state) => State == state ? ClaimedYen - AdjustedYen : 0;
}

/// <summary>Sums of items. <see cref="ClaimedYen"/> is always the sum of the others.</summary>
public sealed record CareSums(int Claims, long ClaimedYen, long PaidYen, long ReturnedYen, long HeldYen, long AdjustedYen, long WithdrawnYen, long OpenYen) {
    public static CareSums Of(IReadOnlyCollection<CareItem> items) => new(items.Count, items.Sum(i => i.ClaimedYen), items.Sum(i => i.PaidYen), items.Sum(i => i.ReturnedYen), items.Sum(i => i.HeldYen),
        items.Sum(i => i.AdjustedYen), items.Sum(i => i.WithdrawnYen), items.Sum(i => i.OpenYen));

    public bool Closes => ClaimedYen == PaidYen + ReturnedYen + HeldYen + AdjustedYen + WithdrawnYen + OpenYen;
}

/// <summary>Where our claims and the payer's lists do not agree.</summary>
/// <param name="Code">CA01…, see <see cref="CareDifferences"/>.</param>
/// <param name="Yen">What is not explained; 0 where no amount is meant.</param>
/// <param name="Message">Japanese, without patient data.</param>
public sealed record CareDifference(string Code, string ReviewMonth, long Yen, string Message, string Fix);
