using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>Whose the units of an answer are.</summary>
/// <param name="Known">Each with the id of its person.</param>
/// <param name="Unmatched">Places in the answer, from 0, of those that nobody can be named for with certainty.</param>
internal sealed record PeopleAnswered(IReadOnlyList<(string PersonId, AnswerUnit Unit)> Known, IReadOnlyList<int> Unmatched, IReadOnlyList<Finding> Findings);

/// <summary>Finds the people of an answer: by the request that asked for them, or else by 照会番号 or birth date and kana.</summary>
internal static class AnswerPeople {
    public static async Task<PeopleAnswered> Of(OqsAnswer answer, Stored<Ask>? ask, OqsRequest? request, TenantScope tenant, CancellationToken stop) => request switch {
        SingleCheckRequest single => new([.. answer.Units.Where(u => AnswerCheck.IsAbout(u, single.Person)).Take(1).Select(u => (ask!.Value.PersonId!, u))], [], []),
        FetchRequest when await Root(ask!.Value, tenant, stop) is BulkCheckRequest bulk => new(ByKey(answer, bulk), [], AnswerCheck.InspectPeople(answer, bulk.People)),
        _ => await ByMatch(answer, tenant, stop),
    };

    /// <summary>The first step of what was asked.</summary>
    public static async Task<OqsRequest> Root(Ask ask, TenantScope tenant, CancellationToken stop) =>
        await AskFiles.Read((await tenant.Documents.Get(Ask.Kind, ask.RootId, stop) ?? throw new IOException($"The request {ask.RootId} is missing.")).Value, tenant, stop);

    /// <summary>Makes the person's document when she was never asked for.</summary>
    public static async Task<string> Known(string patient, TenantScope tenant, CancellationToken stop) {
        var id = EligibilityPerson.IdOf(patient, tenant);
        if (await tenant.Documents.Get(EligibilityPerson.Kind, id, stop) is null) await tenant.Commit(tenant.Batch().Create(EligibilityPerson.Kind, id, EligibilityPerson.New(patient)), stop);
        return id;
    }

    private static List<(string, AnswerUnit)> ByKey(OqsAnswer answer, BulkCheckRequest asked) {
        var people = asked.People.ToDictionary(p => p.PersonKey!, StringComparer.Ordinal);
        return [.. answer.Units.Select(u => (AnswerCheck.KeyOf(u) ?? "", u)).Where(u => people.TryGetValue(u.Item1, out var person) && AnswerCheck.IsAbout(u.u, person)).DistinctBy(u => u.Item1)];
    }

    /// <summary>Results that nobody asked for by name: whose they are must be certain.</summary>
    private static async Task<PeopleAnswered> ByMatch(OqsAnswer answer, TenantScope tenant, CancellationToken stop) {
        var sheets = await tenant.NewestMonths(stop) is [var month, ..] ? await tenant.Sheets(month.Id, stop) : [];
        var people = await tenant.EligibilityPeople(stop);
        KnownPerson[] known = [.. sheets.Where(s => !s.Value.IsStation).Select(s => MonthCards.Person(s.Value.Rows, s.Value.Patient, NumberOf(s.Value.Patient))).OfType<KnownPerson>()];
        var (certain, unmatched) = (new List<(string, AnswerUnit)>(), new List<int>());
        foreach (var (index, unit) in answer.Units.Index())
            if (PersonMatch.Of(unit, known) is { IsCertain: true, Keys: [var patient] }) certain.Add((await Known(patient, tenant, stop), unit));
            else unmatched.Add(index);
        return new(certain, unmatched, []);

        string? NumberOf(string patient) => EligibilityPerson.IdOf(patient, tenant) is var id && people.GetValueOrDefault(id)?.Value.Number?.State == NumberState.Registered ? id : null;
    }
}
