using ClaimsCloud.Domain.Checks.Rules;

namespace ClaimsCloud.Domain.Checks;

/// <summary>All rules, in the order of their codes. Every one has examples that a test runs.</summary>
public static class RuleCatalog {
    internal static readonly FieldCheck[] FieldChecks = [
        new WrongMode(), new MaxBytes(), new FixedLength(), new LeadingZero(), new TrailingSpace(), new ImpossibleDate(), new ReservedFilled(),
        new UnknownCode(), new UnknownCodeInList(), new RepeatedCode(), new MisplacedCode(), new ReplacementMark(), new NameSpace(), new KatakanaName(),
    ];

    internal static readonly RecordCheck[] RecordChecks = [
        new WrongLineEnding(), new QuotationMark(), new UnknownRecord(), new ControlCharacter(), new OmittedRecord(), new FieldCount(), new RequiredField(),
        new OutsideRepertoireCharacter(),
    ];

    internal static readonly ClaimCheck[] ClaimChecks = [
        new ReleaseUnknown(), new ClaimOrder(), new RequiredRecord(), new TooManyRecords(), new ReceiptNumberSequence(), new DateOutsideMonth(), new SearchNumberGiven(),
    ];

    /// <summary>File checks remember what they saw: a new set for each run.</summary>
    internal static FileCheck[] FileChecks() => [
        new WrongEncoding(), new EndMark(), new FileOrder(), new BeyondBounds(), new EmptyFile(), new BillingAfterService(), new MasterCodesNotChecked(),
    ];

    public static IReadOnlyList<Rule> All { get; } =
        [.. FileChecks().Cast<Check>().Concat(RecordChecks).Concat(ClaimChecks).Concat(FieldChecks).Select(c => c.Rule).OrderBy(r => r.Code, StringComparer.Ordinal)];
}
