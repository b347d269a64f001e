namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>A fee in the month of a station: what rarely differs from day to day is worked out once, not for each of a hundred thousand lines.</summary>
internal sealed class MonthFee {
    private readonly StationMonth _station;
    private readonly int? _yen;
    private readonly bool _filedAllMonth;
    private readonly bool _asksAge;

    /// <param name="printOrder">Place among the lines of a day, from 0.</param>
    public MonthFee(Fee fee, int printOrder, StationMonth station) {
        (Fee, PrintOrder, _station) = (fee, printOrder, station);
        if (fee.Amounts.Count == 1) _yen = fee.YenOn(station.FirstDay);
        _filedAllMonth = fee.FacilityStandards.All(station.FilesAllMonth);
        _asksAge = fee.AgeFrom is not null || fee.AgeBelow is not null;
        IsDoubtful = fee.AmountCertainty == Certainty.Doubtful || fee.RuleCertainty == Certainty.Doubtful;
    }

    public Fee Fee { get; }
    public int PrintOrder { get; }
    public bool IsDoubtful { get; }

    public int YenOn(DateOnly day) => _yen ?? Fee.YenOn(day);

    /// <summary>Whether the station files all that the fee asks for.</summary>
    public bool IsFiledOn(DateOnly day) => _filedAllMonth || Fee.FacilityStandards.All(s => _station.Files(s, day));

    /// <summary>Whether the fee is for a patient of the age.</summary>
    public bool IsForAge(PatientFacts patient, DateOnly day) =>
        !_asksAge || (patient.AgeOn(day) is var age && !(age < Fee.AgeFrom) && !(age >= Fee.AgeBelow));
}
