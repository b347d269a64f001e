namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>Section X: what the fees ask of the other records.</summary>
internal static class EvidenceRules {
    public static readonly ClaimCheck[] Claims = [
        new NoOrdinaryOrder(), new OrderTooLong(), new SpecialOrderTooLong(), new SpecialOrderTooOften(), new OrderPeriodReversed(),
        new FourthDayWithoutReason(), new FourthDayTooEarly(), new ManyVisitsWithoutReason(), new LongVisitWithoutReason(),
        new TwoStaffWithoutReason(), new InfantWithoutReason(), new SpecialManagementWithoutReason(), new SpecialManagementAmount(),
        new NoneBesideListed(), new ListedWithoutDisease(), new DiseaseWithoutListed(), new GafMissing(), new GafDate(), new GafWithoutPsychiatric(),
        new InformationWithoutRecipient(), new RecipientWithoutInformation(), new SchoolTwiceAYear(), new PreviousMonthOfInformation(),
        new PreviousMonthOnlyForSchools(), new TerminalWithoutDeath(), new TerminalVisits(), new TerminalVisitsOfLastMonth(),
        new EmergencyWithoutReason(), new EmergencyAlone(), new EmergencyTier(), new SpecialAreaWithoutAddress(), new DischargeSupportAlone(),
        new CareStaffWithoutDate(), new SpecialistWithoutTraining(), new SpecialistManagementTraining(), new SpecialistDidNotCome(),
        new OtherStationMissing(), new OtherStationMatter(), new ConsecutiveSpecialOrders(), new FourthPlace(), new InformationOfLastMonth(),
        new CareInsuredWithoutReason(), new CareInsuredNotRecorded(), new PhysicianOfStation(), new ReportAfterBilling(), new UncodedWithoutName(),
        new CodedWithName(), new UncodedWithModifier(), new UnknownDisease(), new UnknownComment(), new VisitBeforeStart(), new VisitAfterEnd(),
        new OtherWithoutText(), new EndIncomplete(), new PlaceChanges(), new CommentText(),
    ];
}
