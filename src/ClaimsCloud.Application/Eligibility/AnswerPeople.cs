using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What became of the people of an answer.</summary>
internal sealed record PeopleAnswered(int Known, int Unmatched, IReadOnlyList<Finding> Findings);

/// <summary>Brings an answer to its people: kept in their history, safe changes into the open months by rule, everything else left for a person.</summary>
internal static class AnswerPeople {
    /// <summary>Who changes a month when nobody does.</summary>
    private static readonly Caller Rule = new("eligibility");

    public static async Task<PeopleAnswered> Apply(string contentKey, DateTimeOffset at, OqsAnswer answer, Stored<Ask>? ask, OqsRequest? request, TenantScope tenant, CancellationToken stop) {
        var (units, unmatched, findings) = request switch {
            SingleCheckRequest single => (answer.Units.Where(u => AnswerCheck.IsAbout(u, single.Person)).Take(1).Select(u => (ask!.Value.PersonId!, u)).ToList(), 0, (IReadOnlyList<Finding>)[]),
            FetchRequest when await Root(ask!.Value, tenant, stop) is BulkCheckRequest bulk => (ByKey(answer, bulk), 0, AnswerCheck.InspectPeople(answer, bulk.People)),
            _ => await ByMatch(answer, tenant, stop),
        };
        var answers = units.Select(u => (Id: u.Item1, Answer: EligibilityAnswer.Of(answer, u.Item2))).Where(a => a.Answer is not null).DistinctBy(a => a.Id).ToList();
        var isConsent = answer.Name.Role == OqsFileRole.FaceResult || answer.Name.Family == OqsFamily.ConsentedVisits;
        var months = await tenant.NewestMonths(stop);
        var writer = new MonthWriter(months, tenant);
        var people = 0;
        foreach (var part in answers.Chunk(DocumentLimits.BatchOperations / 2)) {
            var batch = tenant.Batch();
            foreach (var (id, told) in part) {
                if (await tenant.Documents.Get(EligibilityPerson.Kind, id, stop) is not { } person || person.Value.History.Any(h => h.ContentKey == contentKey)) continue;
                var now = Heard(person.Value, told!, contentKey, at, isConsent ? at : person.Value.ConsentAt);
                if (now.AnswerKey == contentKey && PersonViews.Card(told) is { } card) await writer.Write(now.Patient, "資格確認の回答", Rule, (sheet, month) => ByRule(sheet, card, told!, month, tenant.Today()), stop);
                batch.Replace(person, now);
                people++;
            }
            if (batch.Changes.Count > 0 && await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException("Somebody decided on a person of this answer just now.");
        }
        return new(people, unmatched, findings);
    }

    private static IReadOnlyList<Domain.Bundles.Reading.RowText>? ByRule(Sheet sheet, InsuranceCard card, EligibilityAnswer answer, Domain.Records.ServiceMonth month, DateOnly today) {
        if (MonthCards.On(sheet.Rows, PersonViews.DayIn(month, answer.ConfirmedOn)) is not { } stored) return null;
        var comparison = MonthCards.Compare(stored, card, answer.ConfirmedOn, null, today);
        return comparison.ByRule.Count == 0 ? null : MonthCards.Take(sheet.Rows, stored, comparison, comparison.ByRule, month);
    }

    /// <summary>An older answer than the newest one is history only.</summary>
    private static EligibilityPerson Heard(EligibilityPerson person, EligibilityAnswer answer, string contentKey, DateTimeOffset at, DateTimeOffset? consentAt) {
        var heard = person with { History = [new(contentKey, at, PersonViews.Word(answer.Validity), answer.ConfirmedOn), .. person.History], ConsentAt = consentAt };
        return answer.ConfirmedOn < person.Answer?.ConfirmedOn ? heard : heard with { Answer = answer, AnswerKey = contentKey };
    }

    private static async Task<OqsRequest> Root(Ask ask, TenantScope tenant, CancellationToken stop) =>
        await AskFiles.Read((await tenant.Documents.Get(Ask.Kind, ask.RootId, stop) ?? throw new IOException($"The request {ask.RootId} is missing.")).Value, tenant, stop);

    private static List<(string, AnswerUnit)> ByKey(OqsAnswer answer, BulkCheckRequest asked) {
        var people = asked.People.ToDictionary(p => p.PersonKey!, StringComparer.Ordinal);
        return [.. answer.Units.Select(u => (AnswerCheck.KeyOf(u) ?? "", u)).Where(u => people.TryGetValue(u.Item1, out var person) && AnswerCheck.IsAbout(u.u, person)).DistinctBy(u => u.Item1)];
    }

    /// <summary>Results that nobody asked for by name: whose they are must be certain.</summary>
    private static async Task<(List<(string, AnswerUnit)>, int, IReadOnlyList<Finding>)> ByMatch(OqsAnswer answer, TenantScope tenant, CancellationToken stop) {
        var sheets = await tenant.NewestMonths(stop) is [var month, ..] ? await tenant.Sheets(month.Id, stop) : [];
        KnownPerson[] known = [.. sheets.Where(s => !s.Value.IsStation).Select(s => MonthCards.All(s.Value.Rows) is [.., var card]
            ? new KnownPerson(s.Value.Patient, null, card.Card.BirthDate, card.Card.Kana) : null).OfType<KnownPerson>()];
        var matches = answer.Units.Select(u => (Unit: u, Match: PersonMatch.Of(u, known))).ToList();
        var people = matches.Where(m => m.Match.IsCertain).Select(m => (m.Match.Keys[0], m.Unit)).ToList();
        var missing = new List<(string, AnswerUnit)>();
        foreach (var (patient, unit) in people) {
            var id = EligibilityPerson.IdOf(patient, tenant);
            missing.Add((id, unit));
            if (await tenant.Documents.Get(EligibilityPerson.Kind, id, stop) is null) await tenant.Commit(tenant.Batch().Create(EligibilityPerson.Kind, id, EligibilityPerson.New(patient)), stop);
        }
        return (missing, matches.Count - people.Count, []);
    }
}
