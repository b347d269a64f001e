using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Domain.Checks;

/// <summary>What is known of one patient beside the claim of the month. A null piece is not known; an empty list is known to hold nothing.</summary>
public sealed record PatientContext {
    /// <summary>Fees that this station billed for the patient in other months: at least from April of the fiscal year to the week after the month.</summary>
    public IReadOnlyList<BilledFee>? OtherMonths { get; init; }

    /// <summary>Every visit of the month by this station.</summary>
    public IReadOnlyList<VisitFact>? Visits { get; init; }

    public BuildingFacts? Building { get; init; }

    /// <summary>What the newest answer of オンライン資格確認 confirms; null where none says anything for certain.</summary>
    public IReadOnlyList<EligiblePeriod>? Eligibility { get; init; }
    public CareInsuranceFacts? CareInsurance { get; init; }
    public IReadOnlyList<RecipientCard>? RecipientCards { get; init; }
    public IReadOnlyList<HospitalStay>? Stays { get; init; }

    /// <summary>Days of the month on which another station came.</summary>
    public IReadOnlyList<DateOnly>? OtherStationDays { get; init; }

    /// <summary>Days on which the patient agreed to the 24-hour fee with this station.</summary>
    public IReadOnlyList<DateOnly>? AroundTheClockAgreements { get; init; }

    internal CheckNeeds Available =>
        CheckNeeds.OtherMonths.If(OtherMonths) | CheckNeeds.Visits.If(Visits) | CheckNeeds.Building.If(Building)
        | CheckNeeds.Eligibility.If(Eligibility) | CheckNeeds.CareInsurance.If(CareInsurance)
        | CheckNeeds.RecipientCards.If(RecipientCards) | CheckNeeds.Stays.If(Stays)
        | CheckNeeds.OtherStations.If(OtherStationDays) | CheckNeeds.Agreements.If(AroundTheClockAgreements);
}

/// <summary>One line that was billed.</summary>
/// <param name="Code">訪問看護療養費コード.</param>
public sealed record BilledFee(DateOnly Day, string Code);

/// <summary>One visit as it was made; one over midnight belongs to the day on which it began.</summary>
/// <param name="Staff">別表20 code 01–10 of who mainly came.</param>
/// <param name="Companion">別表20 code of the second person, or null.</param>
public sealed record VisitFact(DateOnly Day, TimeOnly Start, TimeOnly End, string Staff, string? Companion) {
    /// <summary>Minutes from start to end, under 24 hours.</summary>
    public int Minutes => (int)(End - Start).TotalMinutes;
}

/// <summary>Users of the station in the patient's building, this one included.</summary>
/// <param name="UsersByDay">同一建物: with 基本療養費 or 精神科基本療養費 on the day.</param>
/// <param name="Residents">単一建物居住利用者 of the month.</param>
public sealed record BuildingFacts(IReadOnlyDictionary<DateOnly, int> UsersByDay, int Residents);

/// <summary>A period for which a payer confirmed the patient.</summary>
/// <param name="PayerKind">別表23: 1 insurance, 2–5 first to fourth public expense.</param>
public sealed record EligiblePeriod(int PayerKind, DateOnly From, DateOnly? To) {
    /// <summary>The card it is of, <see cref="CardText.KeyOf"/>; null where only the period is known.</summary>
    public string? Card { get; init; }

    /// <summary>Day for which it was confirmed: an open period says nothing of later days. Null where it holds throughout.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    internal bool Covers(DateOnly day) => From <= day && (To is not { } to || day <= to);
}

/// <summary>受給者証 with its 上限額管理票.</summary>
/// <param name="PayerNumber">公費負担者番号.</param>
/// <param name="RemainingYen">What the patient still has to pay this month before our share; null without a cap.</param>
/// <param name="StationNamed">Whether the card or the payer's list names this station (指定医療機関); null where nobody recorded it.</param>
public sealed record RecipientCard(string PayerNumber, DateOnly From, DateOnly To, int? RemainingYen, Registration? StationNamed);

public enum Registration { Named, NotNamed }

/// <summary>A stay in hospital.</summary>
/// <param name="Discharged">Null while it lasts.</param>
public sealed record HospitalStay(DateOnly Admitted, DateOnly? Discharged);

/// <summary>Care insurance of the patient.</summary>
public sealed record CareInsuranceFacts(CareCertification Certification, IReadOnlyList<CareAddOn> Billed);

public enum CareCertification { None, Certified }

/// <summary>Add-ons of the care insurance that exclude their like in the medical one.</summary>
public enum CareAddOn {
    /// <summary>緊急時訪問看護加算.</summary>
    AroundTheClock,
    /// <summary>特別管理加算.</summary>
    SpecialManagement,
}
