using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Privacy;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Privacy;

/// <summary>Years of days over real stores, beside a model of a few lines: who is still there, and who must be.</summary>
public sealed class RetentionModelTests {
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class Person {
        public required string Key { get; init; }
        public required DateOnly Last { get; init; }
        public int Holds { get; set; }
        public bool Gone { get; set; }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Who_is_over_time_and_not_held_goes_and_nobody_else(int seed) {
        var random = new Random(seed);
        var time = new ManualTime(new(2024, 1, 15, 0, 0, 0, TimeSpan.Zero));
        using var folder = new TemporaryFolder();
        await using var stores = EmbeddedStores.Open(folder.Path, time, new());
        var at = stores.Open(ScopeName.Of(new("here")));
        var tenant = new TenantScope(new("here"), "", "1234567", at.Documents, at.Blobs, at.Outbox, time, new SeededIds(seed));
        var people = new List<Person>();
        foreach (var month in Enumerable.Range(0, 12).Select(i => $"2023{i + 1:00}")) {
            var sheets = Enumerable.Range(0, 12).Where(_ => random.Next(3) == 0).Select(i => (Key: $"P{i}", Care: i % 3 == 0)).ToList();
            var batch = tenant.Batch().Create(CareMonth.Kind, month, new(month, MonthState.Locked, sheets.Count, 0, 1, time.GetUtcNow(), null));
            foreach (var (key, care) in sheets) {
                batch.Create(Sheet.Kind, Sheet.IdOf(month, key), Sheet.Of(month, key, 1, Rows(key, care)));
                batch.Create(MonthEdit.Kind, tenant.Ids.Next(), new(month, key, time.GetUtcNow(), "p", "利用者：1行を追加", null, []));
                people.RemoveAll(p => p.Key == key);
                people.Add(new() { Key = key, Last = new DateOnly(2023, int.Parse(month[4..]), 1).AddMonths(1).AddDays(-1) });
            }
            Assert.Equal(CommitResult.Committed, await tenant.Commit(batch, Stop));
        }
        var holds = new List<(string Id, Person? Of)>();
        for (var step = 0; step < 60; step++) {
            time.Advance(TimeSpan.FromDays(random.Next(1, 90)));
            if (random.Next(4) == 0) await Hold(random.Next(5) == 0 ? null : people[random.Next(people.Count)]);
            if (holds.Count > 0 && random.Next(3) == 0) await Lift(holds[random.Next(holds.Count)]);
            await RunRetention.Handle(new($"m{step}", ScopeName.Platform, new()), tenant, Stop);
            foreach (var person in people.Where(p => tenant.Today() > p.Last.AddMonths(60) && p.Holds == 0 && !holds.Exists(h => h.Of is null))) person.Gone = true;
            var there = new HashSet<string>();
            var counted = 0;
            await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, Stop)) {
                there.UnionWith((await tenant.Sheets(month.Id, Stop)).Select(s => s.Value.Patient));
                counted += month.Value.Patients - (await tenant.Sheets(month.Id, Stop)).Count;
                foreach (var gone in people.Where(p => p.Gone)) Assert.Empty(await ForgetPatient.Edits(month.Id, gone.Key, tenant, Stop));
            }
            Assert.Equal(people.Where(p => !p.Gone).Select(p => p.Key).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
            Assert.Equal(0, counted);
        }
        Assert.Contains(people, p => p.Gone);
        // Every removal stands in the log, as counts.
        var removed = await at.Documents.All(AuditEntry.Kind, AuditEntry.ByNumber, IndexRange.All, Stop).Where(e => e.Value.Row.Act == AuditAct.RetentionRun).Select(e => int.Parse(e.Value.Row.Why!)).SumAsync(Stop);
        Assert.Equal(people.Count(p => p.Gone), removed);

        async Task Hold(Person? person) {
            if (person is { Gone: true }) return;
            var id = tenant.Ids.Next();
            await tenant.Commit(tenant.Batch().Create(LegalHold.Kind, id, new(person?.Key, null, LegalHoldKind.Dispute, "争い", time.GetUtcNow(), "p", null, null, null)), Stop);
            if (person is not null) person.Holds++;
            holds.Add((id, person));
        }

        async Task Lift((string Id, Person? Of) hold) {
            var stored = (await tenant.Documents.Get(LegalHold.Kind, hold.Id, Stop))!;
            await tenant.Commit(tenant.Batch().Replace(stored, stored.Value with { LiftedAt = time.GetUtcNow() }), Stop);
            if (hold.Of is { } person) person.Holds--;
            holds.Remove(hold);
        }
    }

    private static IEnumerable<RowText> Rows(string key, bool care) {
        yield return new("patients", key, key, new Dictionary<string, string> { ["key"] = key, ["name"] = $"利用者　{key}" });
        if (care) yield return new("careInsurances", "K", key, new Dictionary<string, string> { ["key"] = "K", ["patient"] = key, ["insuredNumber"] = "0000012345" });
    }
}
