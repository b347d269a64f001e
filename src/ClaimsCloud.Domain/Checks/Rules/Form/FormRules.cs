namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>Section F: the file, its records and fields.</summary>
internal static class FormRules {
    public static readonly FieldCheck[] Fields = [
        new WrongMode(), new MaxBytes(), new FixedLength(), new LeadingZero(), new TrailingSpace(), new ImpossibleDate(), new ReservedFilled(),
        new UnknownCode(), new UnknownCodeInList(), new RepeatedCode(), new MisplacedCode(), new ReplacementMark(), new NameSpace(), new KatakanaName(),
    ];

    public static readonly RecordCheck[] Records = [
        new WrongLineEnding(), new QuotationMark(), new UnknownRecord(), new ControlCharacter(), new OmittedRecord(), new FieldCount(), new RequiredField(),
        new OutsideRepertoireCharacter(),
    ];

    public static readonly ClaimCheck[] Claims = [
        new ReleaseUnknown(), new ClaimOrder(), new RequiredRecord(), new TooManyRecords(), new ReceiptNumberSequence(), new DateOutsideMonth(),
        new SearchNumberGiven(), new QuantityGiven(),
    ];

    public static FileCheck[] Files() => [new WrongEncoding(), new EndMark(), new FileOrder(), new BeyondBounds(), new EmptyFile(), new BillingAfterService()];
}
