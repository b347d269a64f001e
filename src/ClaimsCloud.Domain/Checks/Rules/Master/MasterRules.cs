namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>Section M: what the fee tables of the month say.</summary>
internal static class MasterRules {
    public static readonly ClaimCheck[] Claims = [
        new UnknownFee(), new FeeNotValid(), new FeeAmount(), new PercentageNotBelowBase(), new PercentageAmount(), new AddOnWithoutBase(),
        new AlternativeAddOns(), new DayLimit(), new WeekLimit(), new MonthLimit(), new ThreeDaysAWeek(), new PatientLimit(), new AdmissionLimit(),
        new ExcludedInDay(), new ExcludedInMonth(), new ExcludedAtOnce(), new StandardNotHeld(), new StaffMissing(), new StaffNotAdmitted(),
        new VisitCountRecorded(), new VisitsOfStaff(), new InstructionKindOfFee(), new OutsideInstructionPeriod(), new AgeLimit(), new AbolishedFee(),
    ];

    /// <summary>They remember what they saw: new ones for each run.</summary>
    public static FileCheck[] Files() => [new ExclusiveStandards()];
}
