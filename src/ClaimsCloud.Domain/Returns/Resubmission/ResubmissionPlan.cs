using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>How one claim of the file is going to be sent.</summary>
/// <param name="Return">The returned claim that it answers; null for a first claim (一次請求).</param>
public sealed record PlannedClaim(RebuiltClaim Claim, ReturnedClaim? Return);

/// <summary>What a person decided about one claim of the file.</summary>
/// <param name="Claim">Position of the claim in the file, from 1.</param>
/// <param name="Returned">Position in the list of returned claims, from 1; null: it is a first claim.</param>
public sealed record LinkDecision(int Claim, int? Returned);

/// <summary>
/// Which claims of a file answer which returned claims. Where that is not certain the plan is not <see cref="Ready"/> and says what a person has to decide; a
/// returned claim that is sent as a plain first claim would be refused as a duplicate, and the other way round.
/// </summary>
/// <param name="NotAnswered">Returned claims that the file says nothing about.</param>
public sealed record ResubmissionPlan(RebuiltClaims File, IReadOnlyList<PlannedClaim> Claims, IReadOnlyList<ReturnedClaim> NotAnswered, IReadOnlyList<Finding> Findings) {
    /// <summary>True when the file may be written.</summary>
    public bool Ready => !Findings.Any(f => f.IsError);

    public static ResubmissionPlan Of(RebuiltClaims file, IReadOnlyList<ReturnedClaim> returned, params IReadOnlyList<LinkDecision> decisions) =>
        Of(file, returned, AlreadySent.Nothing, decisions);

    /// <param name="sent">Claims of the file that answer no return and are among these do not go out again, unless a person said so.</param>
    public static ResubmissionPlan Of(RebuiltClaims file, IReadOnlyList<ReturnedClaim> returned, AlreadySent sent, IReadOnlyList<LinkDecision> decisions) {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(returned);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(decisions);
        var findings = new List<Finding>(ResubmissionFindings.Of(file, returned));
        var links = new ClaimLinks(file, returned, findings);
        links.Decide(decisions);
        links.Find();
        var wanted = file.Claims.Where(c => links.Of(c) is not null || links.IsDecided(c) || !sent.Contains(c.Identity)).ToList();
        if (wanted.Count < file.Claims.Count) findings.Add(ResubmissionFindings.SentBefore(file.Claims.Count - wanted.Count));
        if (wanted.Count == 0 && file.Claims.Count > 0) findings.Add(ResubmissionFindings.NothingToSend());
        var claims = wanted.Select(c => new PlannedClaim(c, links.Of(c) is { } answered && answered.Header.Payer == file.Payer ? answered : null)).ToList();
        foreach (var claim in claims) findings.AddRange(ResubmissionFindings.Of(claim, links.Of(claim.Claim), links.IsDecided(claim.Claim)));
        var missing = returned.Except(file.Claims.Select(links.Of).OfType<ReturnedClaim>()).ToList();
        if (missing.Count > 0) findings.Add(ResubmissionFindings.NotAnswered(missing.Count));
        return new(file, claims, missing, findings);
    }
}
