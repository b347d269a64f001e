using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases;

/// <summary>Something that is missing before the next step, and who has to do it.</summary>
internal sealed record Missing(string Text, string Holder);

/// <summary>Where a case stands: what is missing, who holds the ball, until when.</summary>
internal static class CaseProgress {
    public static IReadOnlyList<Missing> Todo(OnboardingCase of, OnboardingBook book) {
        if (book.Steps.FirstOrDefault(s => s.Key == of.Step) is not { } step) return [];
        var todo = new List<Missing>(of.Blockers.Select(b => new Missing(b.Text, b.Holder)));
        if (of.Duplicates.Count > 0) todo.Add(new("同じステーションコードの申込みがもう1つあります。どちらを使うかを決めてください。", "conduct"));
        todo.AddRange(book.Items.Where(i => i.Step == of.Step && !of.Item(i.Key).IsDone).Select(i => new Missing($"{i.Name}が終わっていません。", of.Item(i.Key) is { State: "waiting", WaitsFor: { } who } ? who : i.Owner)));
        todo.AddRange(OfStep(of, book).Select(text => new Missing(text, step.Holder)));
        return todo;
    }

    /// <summary>Keys of <see cref="BookTables.Holders"/>. Nothing is missing: the vendor has to move it on.</summary>
    public static IReadOnlyList<string> Holders(OnboardingCase of, OnboardingBook book) {
        if (!of.IsOpen) return [];
        if (of.Blockers.Count > 0) return [.. of.Blockers.Select(b => b.Holder).Distinct()];
        var holders = Todo(of, book).Select(t => t.Holder).Distinct().ToList();
        return holders.Count == 0 ? ["conduct"] : holders;
    }

    /// <summary>The first of what is due: the step itself, or one of its open items.</summary>
    public static DateOnly? DueOn(OnboardingCase of, OnboardingBook book) => book.Steps.FirstOrDefault(s => s.Key == of.Step) is not { } step ? null
        : book.Items.Where(i => i.Step == of.Step && !of.Item(i.Key).IsDone).Select(i => of.Item(i.Key).DueOn).OfType<DateOnly>().Append(StepDue(of.StepSince, step)).Min();

    public static DateOnly StepDue(DateTimeOffset since, BookStep step) => DateOnly.FromDateTime(since.InJapan()).AddDays(step.Days);

    public static string? NextStep(string step) => BookTables.Steps.ToList().FindIndex(s => s.Value == step) is var at and >= 0
        ? at + 1 < BookTables.Steps.Count ? BookTables.Steps[at + 1].Value : OnboardingCase.Finished : null;

    public static string Name(string step) => step switch { OnboardingCase.Finished => "完了", OnboardingCase.Withdrawn => "取り下げ", _ => BookTables.Label(BookTables.Steps, step) };

    private static IEnumerable<string> OfStep(OnboardingCase of, OnboardingBook book) {
        switch (of.Step) {
            case "introduce":
                if (of.Partner is null) {
                    var questions = PartnerChoice.For(ApplicationForm.Site(of.Answers), book).Questions;
                    if (questions.Count == 0) yield return "導入支援事業者を選んでください。";
                    foreach (var question in questions) yield return question.Message + question.Fix;
                }
                if (of.Quotes.Count == 0) yield return "見積もりを作ってください。";
                break;
            case "order":
                if (of.Orders.Count == 0) yield return "発注を記録してください。";
                break;
            case "pay":
                foreach (var supplier in of.Orders.Select(o => o.Supplier).Distinct().Where(s => of.Invoices.All(i => i.Supplier != s))) yield return $"{BookTables.Label(BookTables.Suppliers, supplier)}の請求書を記録してください。";
                foreach (var invoice in of.Invoices.Where(i => i.PaidOn is null)) yield return $"{BookTables.Label(BookTables.Suppliers, invoice.Supplier)}の請求書 {invoice.Number} の支払いを記録してください。";
                break;
            case "subsidise":
                if (of.AppliedOn is null) yield return "補助金の申請を記録してください。";
                break;
            default: break;
        }
    }
}
