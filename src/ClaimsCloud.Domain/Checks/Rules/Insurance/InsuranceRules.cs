namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>Section B: insurance and public expense.</summary>
internal static class InsuranceRules {
    public static readonly ClaimCheck[] Claims = [
        new InsurerCheckDigit(), new InsurerFitsType(), new SymbolAndNumberTooLong(), new SpaceInSymbolOrNumber(), new LateSeniorNumber(),
        new HealthAssociationNumber(), new BenefitRateOfNationalHealth(), new TooOldForPreschool(), new PreschoolNotRecorded(),
        new TooYoungForSenior(), new SeniorNotRecorded(), new LateSeniorBilledElsewhere(), new TooYoungForLateSenior(), new BornAfterService(),
        new InsuredUnder15(), new PublicExpenseOrder(), new PublicPayerCheckDigit(), new RecipientCheckDigit(), new RecipientMissing(),
        new ObservationAlone(), new PublicExpenseTwice(), new OptionalBenefitOnlyNational(), new PayerShareWithoutPayer(), new PayerWithoutLine(),
        new InsurerTotal(), new PublicTotals(), new InsurerDays(), new PublicDays(), new MoreDaysThanMonth(), new CopayWithoutReason(),
        new HighCostWithoutCopay(), new CopayAboveShare(), new NoCopayOfAtomicLaw(), new PublicCopayAboveTotal(), new CoveredCopayWithoutInsurance(),
        new CounterPaymentMissing(), new TwoIncomeClasses(), new LateSeniorIncomeClass(), new SeniorIncomeClass(), new CopayCategoryOnlySeniors(),
        new HalfLimitMonth(), new EligibilityMissing(), new BranchNumber(), new EligibilityPayers(), new VisitDaysDiffer(), new VisitDaysPayers(),
        new VisitDayKind(), new EligibilityCoversVisits(), new EligibilityCardDiffers(), new CardCoversVisits(), new StationNotNamed(), new CopayAboveCap(),
        new ObservationFeeWithoutLaw(), new OrdinaryFeeUnderObservation(), new CopayAboveLimit(), new CopayBelowLimit(),
    ];
}
