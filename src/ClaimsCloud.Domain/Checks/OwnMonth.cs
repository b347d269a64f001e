using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Checks;

/// <summary>What a station's own records say beside the claims that are made from them. Days and heads are counted as the calculation counts them.</summary>
public sealed class OwnMonth {
    private readonly StationMonth _station;
    private readonly HeadCounts _heads;

    /// <param name="bundle">Complete: heads are counted over all patients.</param>
    /// <param name="schedule">The one that covers the month.</param>
    public OwnMonth(MonthBundle bundle, FeeSchedule schedule) {
        _station = new StationMonth(bundle, schedule);
        _heads = new HeadCounts(_station);
        Standards = [.. bundle.FacilityStandards.Select(s => new HeldStandard(s.Code.TrimStart('0'), s.From, s.Until))];
    }

    /// <summary>届出, coded as the fee tables write them.</summary>
    public IReadOnlyList<HeldStandard> Standards { get; }

    /// <summary>What is known beside one claim of the patient. 資格確認の結果 and other months are not in the bundle: they come from elsewhere.</summary>
    /// <param name="claimKey"><see cref="BuiltClaim.Key"/>: of two claims each knows the visits of its own insurance card.</param>
    public PatientContext Of(Patient patient, string claimKey) {
        var rows = _station.Rows;
        var month = new PatientMonth(patient, _station);
        bool Meets(DateOnly from, DateOnly? until) => Period.Meets(from, until, _station.Month.FirstDay, _station.Month.LastDay);
        var care = rows.CareInsurances[patient.Key].Where(c => Meets(c.From, c.Until)).ToList();
        CareAddOn?[] billed = [care.Exists(c => c.BillsEmergency) ? CareAddOn.AroundTheClock : null, care.Exists(c => c.BillsSpecialManagement) ? CareAddOn.SpecialManagement : null];
        return new() {
            Visits = [.. DaysOf(month, claimKey).SelectMany(day => day.Visits.Select(v => Fact(day, v)))],
            Building = new(month.Days.Where(d => d.IsOrdinary).GroupBy(d => d.Date).ToDictionary(g => g.Key, g => _heads.BaseUsers(g.First())), _heads.Residents(month)),
            CareInsurance = new(care.Count > 0 ? CareCertification.Certified : CareCertification.None, [.. billed.OfType<CareAddOn>()]),
            RecipientCards = [.. rows.PublicExpenses[patient.Key].Where(c => Meets(c.From, c.Until)).Select(Card)],
            Stays = [.. rows.HospitalStays[patient.Key].Select(s => new HospitalStay(s.From, s.Until))],
            OtherStationDays = [.. rows.OtherStations[patient.Key].SelectMany(s => s.VisitDays)],
            AroundTheClockAgreements = [.. rows.Agreements[patient.Key].Where(a => a.Kind == AgreementKind.AroundTheClock && Meets(a.From, a.Until)).Select(a => a.From)],
        };
    }

    private IEnumerable<VisitDay> DaysOf(PatientMonth month, string claimKey) {
        var cards = _station.Rows.InsuranceCards[month.Patient.Key].Where(c => KeyOf(month, c.Key) == claimKey).ToList();
        return cards is [var card] ? month.Days.Where(d => Period.Covers(card.From, card.Until, d.Date)) : month.Days;
    }

    private string KeyOf(PatientMonth month, string card) => ClaimKey.Of(_station.Bundle.Station.Key, month.Patient.Key, _station.Month, card);

    private static VisitFact Fact(VisitDay day, DayVisit visit) =>
        new(day.Date, visit.Row.Start, visit.Row.Start.AddMinutes(visit.Minutes), $"{visit.Code:00}", visit.Companions.Count > 0 ? $"{visit.Companions[0].Code:00}" : null);

    private static RecipientCard Card(PublicExpenseCertificate card) =>
        new(card.PayerNumber, card.From, card.Until ?? DateOnly.MaxValue, card.MonthlyCapYen is { } cap ? Math.Max(0, cap - card.UsedElsewhereYen) : null, null);
}
