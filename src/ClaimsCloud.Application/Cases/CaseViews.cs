using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Cases.Money;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases;

/// <summary>Cases in the words of the wire.</summary>
internal static class CaseViews {
    public static async Task<CaseDetail> Detail(string caseId, OnboardingCase of, PlatformScope platform, CancellationToken stop) {
        var book = await Books.Today(platform, stop);
        return new(of.Revision, Row(caseId, of, book, platform.Now), Steps(of, book), Items(of, book), [.. CaseProgress.Todo(of, book).Select(t => t.Text)],
            [.. of.Blockers.Select(b => new BlockerRow(b.Id, b.Text, Holder(b.Holder), b.Since))], of.Similar, [.. of.Duplicates.Select(d => Duplicate(of, d))], Form(of.Answers), Advice(of.Answers, book),
            of.Partner is { } p ? new(p.Key, p.Name, p.Connection, BookTables.Label(BookTables.Connections, p.Connection), p.Reasons, p.AreaStated) : null,
            [.. book.Prices.Where(l => l.Charge == Charge.Optional).Select(MoneyViews.Price)], [.. of.Quotes.Reverse().Select(q => MoneyViews.Quote(q, book))], [.. of.Orders.Select(MoneyViews.Order)], [.. of.Invoices.Select(MoneyViews.Invoice)],
            [.. of.HeldPapers().Where(x => x.Paper is not null).Select(Paper)], MoneyViews.Packet(of, book, platform.Today()), HandOver(of.HandOver), PartnerFields(of, book), Schedule(of, book));
    }

    public static CaseRow Row(string caseId, OnboardingCase of, OnboardingBook book, DateTimeOffset now) {
        var (today, due) = (DateOnly.FromDateTime(now.InJapan()), CaseProgress.DueOn(of, book));
        return new(caseId, of.StationName, of.StationCode, of.Answers.GetValueOrDefault("prefecture", ""), of.Step, CaseProgress.Name(of.Step), string.Join('・', CaseProgress.Holders(of, book).Select(Holder)),
            today.DayNumber - DateOnly.FromDateTime(of.StepSince.InJapan()).DayNumber, due, due < today, ApplicationForm.Window(of.Answers).Next(now.InJapan())?.From.FromJapan(), of.Partner?.Name, [.. of.Blockers.Select(b => b.Text)]);
    }

    public static IReadOnlyList<CaseStepRow> Steps(OnboardingCase of, OnboardingBook book) {
        var at = of.Step == OnboardingCase.Finished ? book.Steps.Count : book.Steps.ToList().FindIndex(s => s.Key == of.Step);
        return [.. book.Steps.Select((step, i) => {
            DateTimeOffset? since = of.StepHistory.LastOrDefault(s => s.Step == step.Key)?.At;
            return new CaseStepRow(step.Key, step.Name, i < at ? "done" : i == at ? "now" : "ahead", i == at ? string.Join('・', CaseProgress.Holders(of, book).Select(Holder)) : Holder(step.Holder), i <= at ? since : null,
                i == at ? CaseProgress.StepDue(of.StepSince, step) : null, step.Instruction);
        })];
    }

    public static IReadOnlyList<CaseItemRow> Items(OnboardingCase of, OnboardingBook book) => [.. book.Items.Select(i => {
        var item = of.Item(i.Key);
        return new CaseItemRow(i.Key, i.Name, i.Owner, Holder(i.Owner), i.Step, item.State, item.WaitsFor is { } who ? Holder(who) : null, item.DueOn, item.Note, i.Instruction, [.. of.HeldPapers().Where(p => p.Item == i.Key).Select(Paper)]);
    })];

    public static PaperRow Paper(CasePaper p) => new(p.Id, p.Name, p.Size, p.Item, p.Paper, p.Supplier, p.Yen, CaseEvent.WordOf(p.By), p.At);

    public static AdviceDetail Advice(IReadOnlyDictionary<string, string> answers, OnboardingBook book) {
        var advice = PartnerChoice.For(ApplicationForm.Site(answers), book);
        return new([.. advice.Candidates.Select(c => new CandidateRow(c.Partner, c.Name, c.Connection, BookTables.Label(BookTables.Connections, c.Connection), c.Reasons, c.AreaStated))],
            [.. advice.Excluded.Select(e => new ExclusionRow(e.Name, e.Reason))], [.. advice.Questions.Select(q => new QuestionRow(q.Code, q.Field, q.Message, q.Fix))]);
    }

    public static IReadOnlyList<FormPartRow> Form(IReadOnlyDictionary<string, string> answers) =>
        [.. ApplicationForm.Parts.Select(p => new FormPartRow(p.Title, [.. p.Fields.Select(f => FormFields.Field(f, answers.GetValueOrDefault(f.Name, "")))]))];

    public static string Holder(string key) => BookTables.Label(BookTables.Holders, key);

    private static DuplicateRow Duplicate(OnboardingCase of, DuplicateApplication d) => new(d.ApplicationId, d.At, [.. ApplicationForm.Fields
        .Select(f => new AnswerDifference(f.Name, f.Label, ApplicationForm.Shown(f.Name, of.Answers.GetValueOrDefault(f.Name, "")), ApplicationForm.Shown(f.Name, d.Answers.GetValueOrDefault(f.Name, "")))).Where(x => x.Was != x.Came)]);

    private static HandOverRow HandOver(HandOver? over) => over?.Station is null ? new("none", over?.LoginName, null) : new("opened", over.LoginName, over.InvitedAt);

    /// <summary>The days of all stations, and those of this one: its wish, what the partner wrote, its first day.</summary>
    public static ScheduleDetail Schedule(OnboardingCase of, OnboardingBook book) => new([.. book.Phases.Select(p => new PhaseRow(p.Name, p.From, p.To))], [.. new[] { Dated("始めたい日", of.Answers.GetValueOrDefault("startOn")) }
        .Concat(PartnerDates(of, book)).Append(Dated("運用開始", of.InstalledOn is { } on ? $"{on:yyyy-MM-dd}" : null)).OfType<FieldOption>()]);

    private static FieldOption? Dated(string title, string? day) => string.IsNullOrEmpty(day) ? null : new(title, day);

    private static IEnumerable<FieldOption?> PartnerDates(OnboardingCase of, OnboardingBook book) => of.Partner is null || book.SheetOf(of.Partner.Key) is not { } sheet ? []
        : sheet.Columns.Where(c => c is { Editable: true, IsDate: true }).Select(c => Dated(c.Title, of.PartnerFields.GetValueOrDefault(c.Field)));

    private static IReadOnlyList<FieldOption> PartnerFields(OnboardingCase of, OnboardingBook book) => of.Partner is null || book.SheetOf(of.Partner.Key) is not { } sheet ? []
        : [.. sheet.Columns.Where(c => c.Editable && of.PartnerFields.ContainsKey(c.Field)).Select(c => new FieldOption(c.Title, of.PartnerFields[c.Field]))];
}
