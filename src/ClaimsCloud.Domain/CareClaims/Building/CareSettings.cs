namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>Units on the 公費 lines of the 請求書.</summary>
public enum PublicLineUnits { WholeClaim, PublicOnly }

/// <summary>保険給付率 of a claim that welfare alone pays.</summary>
public enum WelfareOnlyRate { Omitted, Written }

/// <summary>請求情報区分 of programmes other than 12.</summary>
public enum OtherLawGroup { Zero, One }

/// <summary>Whether 同一建物減算 counts in the limit.</summary>
public enum BuildingReductionUnits { OutsideLimit, InsideLimit }

/// <summary>What becomes of a person with two or three programmes of public expense on one claim.</summary>
public enum SeveralPublicExpenses {
    /// <summary>The claim stays here.</summary>
    KeepBack,
    /// <summary>Each programme takes what the one before leaves to the person.</summary>
    PassOn,
}

/// <summary>The first day in 期間 開始年月日.</summary>
public enum StartDay { FirstVisit, ServiceStart }

/// <summary>What the documents at hand leave open. The defaults follow the official text where there is one; each choice has a row in <see cref="CareDoubts"/>.</summary>
public sealed record CareSettings {
    public PublicLineUnits PublicLineUnits { get; init; }
    public WelfareOnlyRate WelfareOnlyRate { get; init; }
    public OtherLawGroup OtherLawGroup { get; init; }
    public BuildingReductionUnits BuildingReductionUnits { get; init; }
    public SeveralPublicExpenses SeveralPublicExpenses { get; init; }
    public StartDay StartDay { get; init; }
}
