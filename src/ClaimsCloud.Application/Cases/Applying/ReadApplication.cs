using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Cases.Money;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>A draft, or where the case is that came of it. A duplicate says nothing of the other's case.</summary>
internal static class ReadApplication {
    private static readonly StationApplication Empty = new(new Dictionary<string, string>(), default, null, false);

    /// <summary>The empty key is the empty form.</summary>
    public static async Task<Results<Ok<ApplicationDetail>, Refused>> Handle(ApplicationKey request, PlatformScope platform, CancellationToken stop) =>
        request.Key is "" ? TypedResults.Ok(await Detail("", Empty, [], platform, stop))
        : request.Key is { } key && await platform.Documents.Get(StationApplication.Kind, StationApplication.IdOf(key), stop) is { } stored
            ? TypedResults.Ok(await Detail(key, stored.Value, [], platform, stop)) : (Refused)Refusals.NotFound;

    public static async Task<ApplicationDetail> Detail(string key, StationApplication of, IReadOnlyList<FieldProblem> problems, PlatformScope platform, CancellationToken stop) {
        var book = await Books.Today(platform, stop);
        var its = of is { CaseId: { } caseId, IsDuplicate: false } ? await platform.Case(caseId, stop) : null;
        var step = its is null ? null : CaseViews.Steps(its.Value, book).FirstOrDefault(s => s.State == "now");
        return new(key, of.CaseId is null ? "draft" : of.IsDuplicate ? "duplicate" : "handedIn", CaseViews.Form(of.Answers), problems, its?.Id, step, CaseViews.Advice(of.Answers, book), MoneyViews.FirstCost(book, platform.Today()),
            of.CaseId is null && of != Empty ? of.ChangedAt + StationApplication.DraftLife : null);
    }
}
