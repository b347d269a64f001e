using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Cases.Money;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Checklist;

/// <summary>A station's own case: what is done, what is its turn, which papers are wanted.</summary>
internal static class ReadChecklist {
    public static async Task<Results<Ok<ChecklistDetail>, Refused>> Handle(TenantScope tenant, PlatformScope platform, CancellationToken stop) =>
        await Find(tenant, platform, stop) is { } stored ? TypedResults.Ok(await Detail(stored.Id, stored.Value, platform, stop)) : (Refused)Refusals.NotFound;

    /// <summary>The case that this station was opened from; null for one that came another way.</summary>
    public static async Task<Stored<OnboardingCase>?> Find(TenantScope tenant, PlatformScope platform, CancellationToken stop) =>
        (await platform.Documents.Query(new IndexQuery<OnboardingCase>(OnboardingCase.Kind, OnboardingCase.ByStation, IndexRange.Exactly(tenant.Id.Value), QueryOrder.Ascending, 1), stop)).Items is [var its] ? its : null;

    public static async Task<ChecklistDetail> Detail(string caseId, OnboardingCase of, PlatformScope platform, CancellationToken stop) {
        var book = await Books.Today(platform, stop);
        return new(caseId, of.StationName, CaseViews.Steps(of, book), CaseViews.Items(of, book), MoneyViews.Wanted(MoneyViews.ProgrammeOf(of, book)), [.. of.HeldPapers().Where(p => p.Paper is not null).Select(CaseViews.Paper)],
            of.Quotes is [.., var quote] ? MoneyViews.Cost(quote.Lines, quote.TaxPercent, quote.Programme) : MoneyViews.FirstCost(book, platform.Today()), of.Partner?.Name,
            [.. of.Blockers.Where(b => b.Holder == "station").Select(b => new BlockerRow(b.Id, b.Text, CaseViews.Holder(b.Holder), b.Since))], [.. BookTables.Suppliers.Select(s => new FieldOption(s.Value, s.Label))], CaseViews.Schedule(of, book));
    }
}
