using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>One of those that the rules name; the reasons of that day stay with the choice.</summary>
internal static class PickPartner {
    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, PartnerPick pick, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, pick.Revision, caller, platform, (of, book) => {
        var advice = PartnerChoice.For(ApplicationForm.Site(of.Answers), book);
        if (advice.Questions is [var question, ..]) return Refusals.PartnerUnclear(question.Message + question.Fix);
        if (of.Orders.Count > 0) return Refusals.AlreadyOrdered;
        if (advice.Candidates.FirstOrDefault(c => c.Partner == pick.Partner && c.Connection == pick.Connection) is not { } chosen) return Refusals.PartnerDoesNotFit;
        return new CaseChange(of with { Partner = new(chosen.Partner, chosen.Name, chosen.Connection, chosen.Reasons, chosen.AreaStated), PartnerFields = of.Partner?.Key == chosen.Partner ? of.PartnerFields : new Dictionary<string, string>() },
            $"導入支援事業者を{chosen.Name}（{BookTables.Label(BookTables.Connections, chosen.Connection)}）にしました。", string.Join('\n', chosen.Reasons));
    }, stop);
}
