using System.Globalization;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A person decides on differences: into every open month that has the patient, as a new card beside the old one, or not at all; and on a claim that is held.</summary>
internal static class DecideDifferences {
    private const int WhyLength = 200;

    public static async Task<Results<Ok<EligibilityDetail>, Refused>> Handle(string personId, EligibilityDecision decision, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(EligibilityPerson.Kind, personId, stop) is not { } person) return (Refused)Refusals.NotFound;
        if (decision.Fields is null || decision.Verdict is not ("take" or "add-card" or "refuse" or "release" or "hold")) return (Refused)Refusals.BadRequest;
        if (await tenant.Month(decision.Month ?? "", stop) is not { } month || await tenant.Sheet(month.Id, person.Value.Patient, stop) is not { } sheet) return (Refused)Refusals.NotFound;
        if (person.Value.AnswerKey is null || person.Value.AnswerKey != decision.AnswerKey) return (Refused)Refusals.ChangedMeanwhile;
        var view = PersonViews.Of(sheet.Value, person.Value, await tenant.OpenAsks(stop), tenant);
        if (decision.Verdict is "release" or "hold") return await Release(person, decision, view, tenant, caller, stop);
        if (view is not { Comparison: { } comparison, Answered: { } answered }) return (Refused)Refusals.BadRequest;
        var chosen = comparison.Differences.Where(d => decision.Fields.Contains(d.Field.ToString())).ToList();
        if (chosen.Count == 0 && decision.Verdict != "add-card") return (Refused)Refusals.BadRequest;

        if (decision.Verdict != "refuse") {
            if (month.Value.WhyNotChangeable is { } locked) return (Refused)locked;
            var writer = new MonthWriter(await tenant.NewestMonths(stop), "資格確認の回答を確認", tenant, caller);
            var fields = chosen.Select(d => d.Field).ToHashSet();
            var written = await writer.Write([new(person.Value.Patient, (one, service) => Change(one, service, fields, person.Value.Answer!, answered, tenant.Today()))], stop);
            if (written == 0) return (Refused)(writer.DidNotFit ? Refusals.ValueDoesNotFit : Refusals.ChangedMeanwhile);
        }
        var what = decision.Verdict == "add-card" ? "新しい保険証として登録した" : $"{string.Join('、', chosen.Select(d => d.Field.Japanese()))}を{(decision.Verdict == "take" ? "取り込んだ" : "取り込まないことにした")}";
        var decided = person.Value with {
            Decisions = [new(tenant.Now, caller.Id, what), .. person.Value.Decisions],
            Refused = decision.Verdict == "refuse" ? [.. person.Value.Refused.Union(chosen.Select(PersonViews.Refusal))] : person.Value.Refused,
        };
        return await Save(person, false, decided, month.Id, tenant, stop);
    }

    /// <summary>A person takes it on herself that held claims leave, with her reason; or takes that back.</summary>
    private static async Task<Results<Ok<EligibilityDetail>, Refused>> Release(Stored<EligibilityPerson> person, EligibilityDecision decision, PersonView view, TenantScope tenant, Caller caller, CancellationToken stop) {
        var isRelease = decision.Verdict == "release";
        if (isRelease && view.Forecast.Outcome != ForecastOutcome.Hold) return (Refused)Refusals.BadRequest;
        if (isRelease && decision.Why?.Trim() is not { Length: > 0 and <= WhyLength }) return (Refused)Refusals.ReasonMissing;
        var others = person.Value.Releases.Where(r => r.Month != decision.Month);
        var why = decision.Why?.Trim() ?? "";
        return await Save(person, true, person.Value with {
            Releases = isRelease ? [new(decision.Month, person.Value.AnswerKey, caller.Id, why, tenant.Now), .. others] : [.. others],
            Decisions = [new(tenant.Now, caller.Id, isRelease ? $"{MonthWord(decision.Month)}の請求の保留を解除した（理由：{why}）" : $"{MonthWord(decision.Month)}の請求をまた保留にした"), .. person.Value.Decisions],
        }, decision.Month, tenant, stop);
    }

    private static string MonthWord(string month) => $"{month[..4]}年{int.Parse(month[4..], CultureInfo.InvariantCulture)}月分";

    private static async Task<Results<Ok<EligibilityDetail>, Refused>> Save(Stored<EligibilityPerson> person, bool isAboutClaims, EligibilityPerson decided, string month, TenantScope tenant, CancellationToken stop) {
        var batch = tenant.Batch().Replace(person, decided);
        if (isAboutClaims) batch.Send(new CardsKnown());
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) return (Refused)Refusals.ChangedMeanwhile;
        return await ReadPerson.Detail(person.Id, month, tenant, stop) is { } detail ? TypedResults.Ok(detail) : (Refused)Refusals.NotFound;
    }

    /// <summary>No fields: the card is put beside the stored one.</summary>
    private static IReadOnlyList<RowText>? Change(Sheet sheet, ServiceMonth month, HashSet<CardField> fields, EligibilityAnswer answer, InsuranceCard answered, DateOnly today) {
        if (MonthCards.On(sheet.Rows, PersonViews.DayIn(month, answer.ConfirmedOn)) is not { } stored) return null;
        // A new card concerns the months that it begins in or before.
        if (fields.Count == 0) return answered.ValidFrom > month.LastDay ? null : MonthCards.AddCard(sheet.Rows, stored, answered);
        var comparison = MonthCards.Compare(stored, answered, answer.ConfirmedOn, null, today);
        var taken = comparison.Differences.Where(d => fields.Contains(d.Field)).ToList();
        return taken.Count == 0 ? null : MonthCards.Take(sheet.Rows, stored, comparison, taken, month);
    }
}
