using ClaimsCloud.Domain.Fees.Calculation.Rules;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>All families of fees. Base fees stand first: some add-ons ask what is already on the sheet.</summary>
internal static class FeeRules {
    public static readonly FeeRule[] All = [
        new BaseFee(), new InclusiveFee(), new SpecialArea(),
        new SeveralVisits(), new EmergencyVisit(), new LongVisitAddOn(), new InfantAddOn(), new TwoStaffAddOn(), new NightVisit(),
        new Management(), new AroundTheClock(), new SpecialManagement(), new Discharge(), new Collaborations(), new SpecialistManagement(), new DigitalRecords(),
        new InformationLetters(), new TerminalCareFee(), new BaseUp(), new PriceSupport(),
    ];
}
