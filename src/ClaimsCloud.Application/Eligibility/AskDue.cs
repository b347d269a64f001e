using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Asking;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>
/// Asks for everybody who is due. People are marked with their request before it exists: a try that dies in between asks nobody twice, and a mark without its request
/// counts for nothing.
/// </summary>
internal static class AskDue {
    public static async Task Handle(Received<AskingDue> message, TenantScope tenant, CancellationToken stop) {
        if ((await tenant.EligibilityStation(stop))?.Value.Rules.Automatic != true) return;
        if ((await tenant.NewestMonths(stop)) is not [var month, ..]) return;
        await Run(month.Id, null, tenant, stop);
        await PullConsents(month.Id, tenant, stop);
    }

    /// <param name="only">Key of the one patient to ask for, due or not; null: everybody who is due.</param>
    public static async Task<AskOutcome> Run(string month, string? only, TenantScope tenant, CancellationToken stop) {
        var sheets = only is null ? (await tenant.Sheets(month, stop)).Select(s => s.Value).ToList()
            : [.. new[] { await tenant.Sheet(month, null, stop), await tenant.Sheet(month, only, stop) }.OfType<Stored<Sheet>>().Select(s => s.Value)];
        if (sheets.FirstOrDefault(s => s.IsStation)?.OqsStation() is not { } station) return new(0, 0, 0);
        var known = await tenant.EligibilityPeople(stop);
        var open = await tenant.OpenAsks(stop);
        var (questions, people, cannot) = (new Dictionary<string, Sheet>(StringComparer.Ordinal), new List<PersonToAsk>(), new List<(string Id, string Patient, string Problem)>());
        var asks = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => s.IsActive())) {
            var id = EligibilityPerson.IdOf(sheet.Patient, tenant);
            var person = known.GetValueOrDefault(id)?.Value;
            var (card, problem) = sheet.Question(station, tenant.Today(), id);
            if (card is null) cannot.Add((id, sheet.Patient, problem!));
            else if (person?.AskId is not { } last || !open.ContainsKey(last)) {
                var askedAt = person?.AskId is { } ask && await IsThere(ask) ? person.AskedAt : null;
                people.Add(new(id, card, only is null ? ConfirmedFor(person) : null, only is null ? askedAt?.InJapan() : null));
            }
            questions[id] = sheet;
        }
        await Mark(cannot.Select(c => (c.Id, (known.GetValueOrDefault(c.Id)?.Value ?? EligibilityPerson.New(c.Patient)) with { Problem = c.Problem })), known, tenant, stop);
        var settings = await tenant.EligibilityStation(stop);
        var rules = settings?.Value ?? EligibilityStation.New;
        var plan = AskingPlan.Of(tenant.Now.InJapan(), people, rules.LastRequestAt?.InJapan(), rules.Asking);
        foreach (var asked in plan) await Place(asked, station, questions, known, tenant, stop);
        return new(plan.Sum(p => p.People.Count), plan.Count, cannot.Count);

        async Task<bool> IsThere(string ask) => asks.TryGetValue(ask, out var found) ? found : asks[ask] = await tenant.Documents.Get(Ask.Kind, ask, stop) is not null;
    }

    /// <summary>該当なし confirms nothing: an insurer may not have entered the patient yet.</summary>
    private static DateOnly? ConfirmedFor(EligibilityPerson? person) => person?.Answer is { Validity: not (CardValidity.NotFound or CardValidity.Unknown) } answer ? answer.ConfirmedOn : null;

    private static async Task Place(PlannedAsk asked, string station, Dictionary<string, Sheet> sheets, Dictionary<string, Stored<EligibilityPerson>> known, TenantScope tenant, CancellationToken stop) {
        var (askId, at) = (tenant.Ids.Next(), asked.NotBefore.FromJapan());
        await Mark(asked.People.Select(p => (p.Key, (known.GetValueOrDefault(p.Key)?.Value ?? EligibilityPerson.New(sheets[p.Key].Patient)) with { AskId = askId, AskedAt = at, Problem = null })), known, tenant, stop);
        var day = DateOnly.FromDateTime(asked.NotBefore);
        OqsRequest request = asked.People is [var one] ? new SingleCheckRequest(station, AskFiles.NewMark(tenant), day, one.Card with { PersonKey = null })
            : new BulkCheckRequest(station, AskFiles.NewMark(tenant), day, [.. asked.People.Select(p => p.Card)]);
        var (batch, _) = await AskFiles.Prepare(request, askId, at, asked.People.Count, asked.People is [var only] ? only.Key : null, null, 0, tenant, stop);
        await Commit(batch, at, null, tenant, stop);
    }

    /// <summary>Once a day: who gave consent at home since the last pull.</summary>
    private static async Task PullConsents(string month, TenantScope tenant, CancellationToken stop) {
        if (await tenant.EligibilityStation(stop) is not { } settings || settings.Value.ConsentPulledUntil >= tenant.Today()) return;
        if ((await tenant.Sheet(month, null, stop))?.Value.OqsStation() is not { } station) return;
        var (from, to) = AskingPlan.ConsentDays(settings.Value.ConsentPulledUntil, tenant.Today(), settings.Value.Asking);
        var now = tenant.Now.InJapan();
        if (settings.Value.Asking.Maintenance.Any(w => w.Contains(now))) return;
        var at = tenant.Now > settings.Value.LastRequestAt + settings.Value.Asking.BetweenRequests || settings.Value.LastRequestAt is null ? tenant.Now : settings.Value.LastRequestAt.Value + settings.Value.Asking.BetweenRequests;
        var (batch, _) = await AskFiles.Prepare(new ConsentedVisitsRequest(station, AskFiles.NewMark(tenant), from, to), tenant.Ids.Next(), at, 0, null, null, 0, tenant, stop);
        await Commit(batch, at, to, tenant, stop);
    }

    private static async Task Commit(Batch batch, DateTimeOffset at, DateOnly? pulledUntil, TenantScope tenant, CancellationToken stop) {
        var settings = await tenant.EligibilityStation(stop);
        var now = settings?.Value ?? EligibilityStation.New;
        now = now with { LastRequestAt = at, ConsentPulledUntil = pulledUntil ?? now.ConsentPulledUntil };
        if (settings is null) batch.Create(EligibilityStation.Kind, EligibilityStation.Id, now);
        else batch.Replace(settings, now);
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException("Two runs asked at once.");
    }

    private static async Task Mark(IEnumerable<(string Id, EligibilityPerson Person)> people, Dictionary<string, Stored<EligibilityPerson>> known, TenantScope tenant, CancellationToken stop) {
        foreach (var part in people.Where(p => known.GetValueOrDefault(p.Id)?.Value != p.Person).Chunk(DocumentLimits.BatchOperations / 2)) {
            var batch = tenant.Batch();
            foreach (var (id, person) in part)
                if (known.GetValueOrDefault(id) is { } was) batch.Replace(was, person);
                else batch.Create(EligibilityPerson.Kind, id, person);
            if (await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException("Two runs asked at once.");
        }
    }
}
