namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>Section S: where and when it is sent.</summary>
internal static class SubmissionRules {
    public static readonly ClaimCheck[] Claims = [
        new ClaimTooOld(), new LateClaim(), new SearchNumberLength(), new HistoryEnd(), new HistoryNumbers(), new HistoryBetweenFees(),
        new HistoryOfOtherClaim(),
    ];

    /// <summary>They remember what they saw: new ones for each run.</summary>
    public static FileCheck[] Files() => [new WrongPayer(), new ClaimTwice()];
}
