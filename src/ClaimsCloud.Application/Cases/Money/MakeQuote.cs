using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Money;

/// <summary>A quote from today's price list. Those before stay, each with its own list: a new list changes nothing by itself.</summary>
internal static class MakeQuote {
    private const int Most = 20;

    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, QuoteWish wish, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, wish.Revision, caller, platform, (of, book) => {
        if (of.Partner is not { } partner) return Refusals.NothingQuoted;
        if (of.Quotes.Count >= Most || wish.Optional is null) return Refusals.BadRequest;
        var lines = book.Prices.Where(p => p.Charge != Charge.Optional || wish.Optional.Contains(p.Key)).ToList();
        var quote = new Quote($"{caseId}-{of.Quotes.Count + 1}", book.Version, platform.Today(), lines, book.TaxPercent(platform.Today()), book.Programmes[0]);
        var share = SubsidyShare.Of(lines, quote.TaxPercent, quote.Programme);
        return new CaseChange(of with { Quotes = [.. of.Quotes, quote] }, $"見積もり {quote.Number} を作りました（料金表 版{book.Version}、{partner.Name}）。", $"合計 {share.Total.Low:#,0}〜{share.Total.High:#,0}円、自己負担 {share.Own.Low:#,0}〜{share.Own.High:#,0}円");
    }, stop);
}
