namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>Section R: what was done, as far as the claim or the data beside it shows.</summary>
internal static class CareRules {
    public static readonly ClaimCheck[] Claims = [
        new TwoBasesADay(), new BuildingUsers(), new DayOfMonthTier(), new ManagementOnFirstDay(), new ManagementWithoutVisit(),
        new ManagementMissing(), new VisitTooShort(), new PsychiatricMinutes(), new TwentyMinutes(), new NightFeeByDay(), new NightFeeMissed(),
        new StaffDiffers(), new VisitsDiffer(), new NoVisitOnDay(), new VisitNotBilled(), new NoCompanion(), new OtherStationSameDay(),
        new AroundTheClockWithoutConsent(), new DischargeGuidanceTwice(), new GuidanceOfSpecialManagement(), new SharingBesideGuidance(),
        new InclusiveMinutes(), new BaseUpWithoutFirstDay(), new BaseUpTwoWithoutOne(), new PriceBesideManagement(), new InfantMissed(),
        new SpecialManagementMissed(), new EmergencyEveryDay(), new VisitInHospital(), new CareInsuranceTwice(),
    ];
}
