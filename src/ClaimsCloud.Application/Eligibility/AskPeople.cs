using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Asking;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>
/// Asks for patients. They are marked with their request before it exists: a try that dies in between asks nobody twice, and a mark without its request counts for nothing.
/// </summary>
internal static class AskPeople {
    /// <param name="only">Key of the one patient to ask for, due or not; null: everybody who is due.</param>
    public static async Task<Outcome<AskOutcome>> Run(string month, string? only, TenantScope tenant, CancellationToken stop) {
        var sheets = only is null ? (await tenant.Sheets(month, stop)).Select(s => s.Value).ToList()
            : [.. new[] { await tenant.Sheet(month, null, stop), await tenant.Sheet(month, only, stop) }.OfType<Stored<Sheet>>().Select(s => s.Value)];
        if (sheets.FirstOrDefault(s => s.IsStation)?.OqsStation() is not { } station) return new AskOutcome(0, 0, 0);
        if (await AskTurn.Take(tenant, stop) is not { } turn) return Refusals.AskedMeanwhile;
        var known = await tenant.EligibilityPeople(stop);
        var open = await tenant.OpenAsks(stop);
        var (people, cannot, patients) = (new List<PersonToAsk>(), new List<(string Id, EligibilityPerson Person)>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var asks = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => s.IsActive())) {
            var id = EligibilityPerson.IdOf(sheet.Patient, tenant);
            patients[id] = sheet.Patient;
            var person = known.GetValueOrDefault(id)?.Value;
            var (card, problem) = sheet.Question(station, tenant.Today(), id);
            if (card is null) cannot.Add((id, (person ?? EligibilityPerson.New(sheet.Patient)) with { Problem = problem }));
            else if (person?.AskId is not { } last || !open.ContainsKey(last)) {
                var askedAt = person?.AskId is { } ask && await IsThere(ask) ? person.AskedAt : null;
                people.Add(new(id, card, only is null ? ConfirmedFor(person) : null, only is null ? askedAt?.InJapan() : null));
            }
        }
        if (!await Save(cannot, known, batch => turn.Commit(batch, s => s, stop), tenant)) return Refusals.AskedMeanwhile;
        var settings = (await tenant.EligibilityStation(stop))?.Value ?? EligibilityStation.New;
        var plan = AskingPlan.Of(tenant.Now.InJapan(), people, settings.LastRequestAt?.InJapan(), settings.Asking);
        foreach (var asked in plan)
            if (!await Place(asked, station, patients, known, turn, tenant, stop)) return Refusals.AskedMeanwhile;
        return new AskOutcome(plan.Sum(p => p.People.Count), plan.Count, cannot.Count);

        async Task<bool> IsThere(string ask) => asks.TryGetValue(ask, out var found) ? found : asks[ask] = await tenant.Documents.Get(Ask.Kind, ask, stop) is not null;
    }

    /// <summary>該当なし confirms nothing: an insurer may not have entered the patient yet.</summary>
    private static DateOnly? ConfirmedFor(EligibilityPerson? person) => person?.Answer is { Validity: not (CardValidity.NotFound or CardValidity.Unknown) } answer ? answer.ConfirmedOn : null;

    private static async Task<bool> Place(PlannedAsk asked, string station, Dictionary<string, string> patients, Dictionary<string, Stored<EligibilityPerson>> known, AskTurn turn, TenantScope tenant, CancellationToken stop) {
        var (askId, at) = (tenant.Ids.Next(), asked.NotBefore.FromJapan());
        if (!await Save(asked.People.Select(p => (p.Key, (known.GetValueOrDefault(p.Key)?.Value ?? EligibilityPerson.New(patients[p.Key])) with { AskId = askId, AskedAt = at, Problem = null })), known, marks => turn.Commit(marks, s => s, stop), tenant)) return false;
        var day = DateOnly.FromDateTime(asked.NotBefore);
        OqsRequest request = asked.People is [var one] ? new SingleCheckRequest(station, AskFiles.NewMark(tenant), day, one.Card with { PersonKey = null })
            : new BulkCheckRequest(station, AskFiles.NewMark(tenant), day, [.. asked.People.Select(p => p.Card)]);
        var batch = await AskFiles.Prepare(request, askId, at, asked.People.Count, asked.People is [var only] ? only.Key : null, null, 0, tenant, stop);
        return await turn.Commit(batch, s => s with { LastRequestAt = at }, stop);
    }

    /// <summary>False when somebody else changed one of them meanwhile.</summary>
    public static async Task<bool> Save(IEnumerable<(string Id, EligibilityPerson Person)> people, Dictionary<string, Stored<EligibilityPerson>> known, Func<Batch, Task<bool>> commit, TenantScope tenant) {
        foreach (var part in people.Where(p => known.GetValueOrDefault(p.Id)?.Value != p.Person).Chunk(EligibilityPerson.InOneCommit)) {
            var batch = tenant.Batch();
            foreach (var (id, person) in part)
                if (known.GetValueOrDefault(id) is { } was) batch.Replace(was, person);
                else batch.Create(EligibilityPerson.Kind, id, person);
            if (!await commit(batch)) return false;
        }
        return true;
    }
}
