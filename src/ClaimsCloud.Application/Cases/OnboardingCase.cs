using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases;

/// <summary>One station on its way from application to subsidy, on the platform plane; its id is the number that the desk and the partners know. No patient data.</summary>
/// <param name="Answers">By field of <see cref="ApplicationForm"/>.</param>
/// <param name="Step">Key of one of the seven, <see cref="Finished"/> or <see cref="Withdrawn"/>.</param>
/// <param name="StepHistory">Each step that it entered, oldest first.</param>
/// <param name="Items">By key of the eight.</param>
/// <param name="PartnerFields">What the partner wrote into its sheet, by field.</param>
/// <param name="Similar">What may be the same station, in Japanese.</param>
internal sealed record OnboardingCase(IReadOnlyDictionary<string, string> Answers, DateTimeOffset OpenedAt, string Step, IReadOnlyList<StepEntry> StepHistory, IReadOnlyDictionary<string, CaseItem> Items,
    IReadOnlyDictionary<string, string> PartnerFields, IReadOnlyList<string> Similar, long Revision) {
    public const string Finished = "finished";
    public const string Withdrawn = "withdrawn";

    public IReadOnlyList<Blocker> Blockers { get; init; } = [];
    public IReadOnlyList<DuplicateApplication> Duplicates { get; init; } = [];
    public ChosenPartner? Partner { get; init; }
    public IReadOnlyList<Quote> Quotes { get; init; } = [];
    public IReadOnlyList<Bill> Orders { get; init; } = [];
    public IReadOnlyList<Bill> Invoices { get; init; } = [];
    public IReadOnlyList<CasePaper> Papers { get; init; } = [];
    /// <summary>First day of operation; null before the installation is done.</summary>
    public DateOnly? InstalledOn { get; init; }
    public DateOnly? AppliedOn { get; init; }
    public HandOver? HandOver { get; init; }

    /// <summary>Those that are neither finished nor withdrawn, oldest first.</summary>
    public static readonly DocumentIndex<OnboardingCase> ByOpening = new("open", c => c.IsOpen ? SortKeys.Of(c.OpenedAt) : null);
    public static readonly DocumentIndex<OnboardingCase> ByStation = new("station", c => c.HandOver?.Station);
    public static readonly DocumentIndex<OnboardingCase> ByAny = new("any", c => SortKeys.Of(c.OpenedAt));
    public static readonly DocumentKind<OnboardingCase> Kind = new("onboarding-case", ByOpening, ByStation, ByAny);

    public bool IsOpen => Step is not (Finished or Withdrawn);
    public string StationName => Answers.GetValueOrDefault("stationName", "");
    public string StationCode => Answers.GetValueOrDefault("stationCode", "");
    public DateTimeOffset StepSince => StepHistory[^1].At;

    /// <summary>Papers that are in use; those that were withdrawn stay with the case, and their bytes.</summary>
    public IEnumerable<CasePaper> HeldPapers() => Papers.Where(p => p.WithdrawnBecause is null);

    public CaseItem Item(string key) => Items.GetValueOrDefault(key) ?? CaseItem.Open;

    public OnboardingCase Enter(string step, DateTimeOffset at) => this with { Step = step, StepHistory = [.. StepHistory, new(step, at)] };
}

/// <summary>One open case a station code: the document's id is the code.</summary>
internal sealed record CaseOfCode(string CaseId) {
    public static readonly DocumentKind<CaseOfCode> Kind = new("case-of-code");
}

internal sealed record StepEntry(string Step, DateTimeOffset At);

/// <param name="State">open, doing, waiting, done or notNeeded.</param>
/// <param name="WaitsFor">Who has it while it waits.</param>
internal sealed record CaseItem(string State, string? WaitsFor, DateOnly? DueOn, string? Note) {
    public static readonly CaseItem Open = new("open", null, null, null);
    public static readonly string[] States = ["open", "doing", "waiting", "done", "notNeeded"];

    public bool IsDone => State is "done" or "notNeeded";
}

internal sealed record Blocker(string Id, string Text, string Holder, DateTimeOffset Since);

/// <summary>A second application for the same station code, until a person decides.</summary>
internal sealed record DuplicateApplication(string ApplicationId, DateTimeOffset At, IReadOnlyDictionary<string, string> Answers);

internal sealed record ChosenPartner(string Key, string Name, string Connection, IReadOnlyList<string> Reasons, bool AreaStated);

/// <summary>Keeps the prices, the tax and the programme that it was made with.</summary>
internal sealed record Quote(string Number, int BookVersion, DateOnly MadeOn, IReadOnlyList<PriceLine> Lines, int TaxPercent, Programme Programme);

/// <summary>An order or an invoice of one supplier, tax included.</summary>
/// <param name="Number">The supplier's; empty for an order.</param>
/// <param name="On">Ordered or issued.</param>
internal sealed record Bill(string Supplier, string Number, DateOnly On, DateOnly? PaidOn, IReadOnlyList<BillLine> Lines) {
    public long Yen => Lines.Sum(l => l.Yen);
}

internal sealed record BillLine(string Key, string Name, long Yen, bool Subsidised);

/// <param name="Extension">pdf, png or jpg, from what the bytes are.</param>
internal sealed record CasePaper(string Id, string Name, string Extension, long Size, string Sha256, string? Item, string? Paper, string? Supplier, long? Yen, string By, DateTimeOffset At) {
    public string Blob => $"case-papers/{Id}";
    public string? WithdrawnBecause { get; init; }
}

/// <param name="Station">Tenant's id; null while the intent is not carried out.</param>
internal sealed record HandOver(string LoginName, DateTimeOffset IntendedAt, string? Station, DateTimeOffset? InvitedAt);
