namespace ClaimsCloud.Domain.Fees;

/// <summary>算定単位 of a limit.</summary>
public enum LimitUnit {
    /// <summary>日 (121).</summary>
    Day,
    /// <summary>週 (138): calendar week, Sunday to Saturday.</summary>
    Week,
    /// <summary>月 (131).</summary>
    Month,
    /// <summary>初回 (135).</summary>
    First,
    /// <summary>入院中 (133).</summary>
    Admission,
    /// <summary>患者当り (53).</summary>
    Patient,
}

/// <summary>算定回数限度: at most <paramref name="Max"/> times in the unit.</summary>
public sealed record FeeLimit(LimitUnit Unit, int Max);
