namespace ClaimsCloud.Domain.Fees;

/// <summary>背反区分, read as "when the code is billed, what becomes of the other".</summary>
public enum ExclusionEffect {
    /// <summary>算定不可: the other falls.</summary>
    OtherFalls,
    /// <summary>算定可: the other stands and this code falls; the mirror of <see cref="OtherFalls"/>.</summary>
    OtherStands,
    /// <summary>どちらか一方: either, not both.</summary>
    OneOfBoth,
}

/// <summary>背反単位: how near to each other they may not be.</summary>
public enum ExclusionUnit {
    /// <summary>1日につき.</summary>
    Day,
    /// <summary>同一月.</summary>
    Month,
    /// <summary>同時.</summary>
    SameTime,
    /// <summary>暦週.</summary>
    Week,
}

/// <summary>Whether the table alone decides (特例条件).</summary>
public enum ExclusionCondition {
    Always,
    /// <summary>A condition outside the table decides: a check can only ask.</summary>
    OutsideTable,
}

/// <summary>併算定背反 of a code with one other code. Both directions are rows of their own.</summary>
public sealed record FeeExclusion(string Other, ExclusionEffect Effect, ExclusionUnit Unit, ExclusionCondition Condition, Certainty Certainty);
