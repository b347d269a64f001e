using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>Pairs the claims of a file with returned claims: first what a person decided, then by 検索番号, then by what the claims say of themselves.</summary>
internal sealed class ClaimLinks(RebuiltClaims file, IReadOnlyList<ReturnedClaim> returned, List<Finding> findings) {
    private readonly ReturnedClaim?[] _linked = new ReturnedClaim?[file.Claims.Count];
    private readonly bool[] _decided = new bool[file.Claims.Count];
    private readonly ClaimIdentity[] _identities = [.. returned.Select(r => ClaimIdentity.Of(r.Data))];

    public ReturnedClaim? Of(RebuiltClaim claim) => _linked[claim.Claim.Number - 1];

    public bool IsDecided(RebuiltClaim claim) => _decided[claim.Claim.Number - 1];

    public void Decide(IReadOnlyList<LinkDecision> decisions) {
        foreach (var decision in decisions) {
            var known = decision.Claim >= 1 && decision.Claim <= _linked.Length && !_decided[decision.Claim - 1] && decision.Returned is null or >= 1 && (decision.Returned ?? 0) <= returned.Count;
            if (!known) {
                findings.Add(ResubmissionFindings.DecisionUnknown(decision));
                continue;
            }
            _decided[decision.Claim - 1] = true;
            if (decision.Returned is { } number) Link(file.Claims[decision.Claim - 1], number - 1);
        }
    }

    public void Find() {
        var bySearchNumber = Enumerable.Range(0, returned.Count).Where(i => returned[i].SearchNumber is not null).ToLookup(i => returned[i].SearchNumber!);
        foreach (var claim in file.Claims.Where(c => !IsDecided(c) && c.Identity.SearchNumber is not null)) {
            var same = bySearchNumber[claim.Identity.SearchNumber!].ToList();
            if (same is [var only]) Link(claim, only);
            else findings.Add(ResubmissionFindings.SearchNumberUnknown(claim.Claim));
        }
        foreach (var claim in file.Claims.Where(c => !IsDecided(c) && c.Identity.SearchNumber is null)) FindByContents(claim);
    }

    private void FindByContents(RebuiltClaim claim) {
        var matches = Enumerable.Range(0, returned.Count).Select(i => (Index: i, ClaimMatch.Of(_identities[i], claim.Identity).Confidence))
            .Where(m => m.Confidence > MatchConfidence.None && !_linked.Contains(returned[m.Index])).ToList();
        var certain = matches.Where(m => m.Confidence == MatchConfidence.Certain).ToList();
        if (certain is [var (index, _)] && Rivals(claim, index) == 0) Link(claim, index);
        else if (matches.Count > 0) findings.Add(ResubmissionFindings.NotCertain(claim.Claim, [.. matches.Select(m => m.Index + 1)]));
    }

    /// <summary>Other claims of the file that fit the same returned claim as well: it was split, and only a person knows which one goes back.</summary>
    private int Rivals(RebuiltClaim claim, int index) => file.Claims.Count(other => other != claim && !IsDecided(other) && other.Identity.SearchNumber is null
        && ClaimMatch.Of(_identities[index], other.Identity).Confidence == MatchConfidence.Certain);

    private void Link(RebuiltClaim claim, int index) {
        if (_linked.Contains(returned[index])) findings.Add(ResubmissionFindings.AnsweredTwice(claim.Claim, index + 1));
        else _linked[claim.Claim.Number - 1] = returned[index];
    }
}
