namespace ClaimsCloud.Domain.Returns;

/// <summary>How sure it is that two claims are the same one, from nothing to certain.</summary>
public enum MatchConfidence {
    None,
    /// <summary>Some evidence: a person has to look.</summary>
    Possible,
    /// <summary>Month, person and insurance agree, but no key: a person confirms.</summary>
    Likely,
    /// <summary>A key agrees and nothing speaks against it.</summary>
    Certain,
}

/// <summary>What two claims have in common.</summary>
[Flags]
public enum MatchEvidence {
    None = 0,
    /// <summary>検索番号.</summary>
    SearchNumber = 1,
    /// <summary>訪問看護記録番号等 (RE item 14).</summary>
    ChartNumber = 2,
    /// <summary>氏名, spaces apart.</summary>
    Name = 4,
    /// <summary>カタカナ（氏名）.</summary>
    Kana = 8,
    BirthDate = 16,
    /// <summary>保険者番号 and 番号.</summary>
    Insured = 32,
    /// <summary>公費 負担者番号 and 受給者番号.</summary>
    Recipient = 64,
}

/// <summary>
/// Whether a returned claim is a claim of ours. Returned data may have been corrected by the payer, so a single difference proves nothing; a key alone does not
/// prove it either, because stations give chart numbers anew.
/// </summary>
public sealed record ClaimMatch(MatchConfidence Confidence, MatchEvidence Evidence) {
    private const MatchEvidence Persons = MatchEvidence.Name | MatchEvidence.Kana | MatchEvidence.BirthDate | MatchEvidence.Insured | MatchEvidence.Recipient;

    public static ClaimMatch Of(ClaimIdentity returned, ClaimIdentity ours) {
        ArgumentNullException.ThrowIfNull(returned);
        ArgumentNullException.ThrowIfNull(ours);
        var evidence = Same(returned.SearchNumber, ours.SearchNumber, MatchEvidence.SearchNumber) | Same(returned.ChartNumber, ours.ChartNumber, MatchEvidence.ChartNumber)
            | Same(returned.Name, ours.Name, MatchEvidence.Name) | Same(returned.Kana, ours.Kana, MatchEvidence.Kana)
            | (returned.BirthDate is { } born && born == ours.BirthDate ? MatchEvidence.BirthDate : MatchEvidence.None)
            | Same(returned.Insured, ours.Insured, MatchEvidence.Insured) | Same(returned.Recipient, ours.Recipient, MatchEvidence.Recipient);
        // A claim is one patient's month: the month is corrected by nobody.
        if (returned.Month is null || returned.Month != ours.Month) return new(MatchConfidence.None, MatchEvidence.None);
        return new(Weigh(evidence, differentKeys: returned.ChartNumber is { Length: > 0 } && ours.ChartNumber is { Length: > 0 } && returned.ChartNumber != ours.ChartNumber), evidence);
    }

    private static MatchConfidence Weigh(MatchEvidence evidence, bool differentKeys) {
        var person = int.PopCount((int)(evidence & Persons));
        if (evidence.HasFlag(MatchEvidence.SearchNumber)) return person > 0 ? MatchConfidence.Certain : MatchConfidence.Possible;
        if (evidence.HasFlag(MatchEvidence.ChartNumber))
            return (evidence & (MatchEvidence.Name | MatchEvidence.BirthDate)) != MatchEvidence.None ? MatchConfidence.Certain : MatchConfidence.Possible;
        if (differentKeys) return person >= 3 ? MatchConfidence.Possible : MatchConfidence.None;
        if (evidence.HasFlag(MatchEvidence.BirthDate) && (evidence & (MatchEvidence.Name | MatchEvidence.Kana)) != MatchEvidence.None
            && (evidence & (MatchEvidence.Insured | MatchEvidence.Recipient)) != MatchEvidence.None) return MatchConfidence.Likely;
        return person >= 2 ? MatchConfidence.Possible : MatchConfidence.None;
    }

    private static MatchEvidence Same(string? a, string? b, MatchEvidence evidence) => a is { Length: > 0 } && a == b ? evidence : MatchEvidence.None;
}
