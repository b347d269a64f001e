using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Privacy;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Eligibility;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Application.Tests.Privacy;

/// <summary>Contents without a document, as a call leaves them that breaks off before its commit: found for the patient in them, gone in time, and never taken for what is in use.</summary>
public sealed class StrayTests : EligibilityFixture {
    private static readonly string[] Folders = ["claim-files/f/original", "claim-files/f/rows/claims", "claim-builds/b/invoices", "care-imports/i/file", "eligibility-asks/a", "person-exports/p", "edge-files/k/e", "edge-parts/k/e"];

    private readonly SeededIds ids = new(1);

    [Fact]
    public async Task What_a_broken_call_left_goes_with_an_erasure_after_a_day_and_by_itself_after_a_month() {
        string[] hers = [.. Folders.Select(f => f.Replace("/", "/1-", StringComparison.Ordinal))], others = [.. Folders.Select(f => f.Replace("/", "/2-", StringComparison.Ordinal))];
        await Leave([.. hers.Select(h => (h, "西尾　香織")), .. others.Select(o => (o, "誰か"))]);
        await Run();
        var waiting = await Erase("P2");
        Assert.Equal(hers.Order(), waiting.Held.Where(h => h.Type == "stray-contents").Select(h => h.Id).Order());
        Assert.Superset(hers.ToHashSet(), await Blobs());
        await Run(1);
        Assert.False((await Blobs()).Overlaps(hers));
        Assert.Superset(others.ToHashSet(), await Blobs());
        await Run(29);
        Assert.Superset(others.ToHashSet(), await Blobs());
        await Run(3);
        Assert.False((await Blobs()).Overlaps(others));
    }

    /// <summary>Her name, kana and card in any width and encoding that a format writes; another's number that hers is a part of is not hers.</summary>
    [Fact]
    public async Task She_is_found_by_what_any_format_calls_her() {
        var row = await biller.Row(Month, "insuranceCards", "P2", "H2");
        await biller.Save(row, ("number", "３４５６７８９"));
        string[] hers = ["西尾香織", "西尾　香織", "ニシオカオリ", "ニシオ　カオリ", "ﾆｼｵ ｶｵﾘ", "ﾆｼｵｶｵﾘ", "1012020", "3456789", "３４５６７８９"], others = ["11012020", "10120201", "西尾　香", "ﾆｼｵ ｶｵ"];
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        await InStore(async scope => {
            foreach (var (text, n) in hers.Concat(others).Select((text, n) => (text, n)))
                foreach (var (encoding, name) in ((Encoding, string)[])[(Encoding.UTF8, "u"), (shiftJis, "s")])
                    await scope.Blobs.Put($"claim-files/{name}{n:00}/original", new MemoryStream(encoding.GetBytes($"x,{text},y")), Stop);
        });
        await Run();
        var held = (await Erase("P2")).Held.Where(h => h.Type == "stray-contents").Select(h => h.Id);
        Assert.Equal(from n in Enumerable.Range(0, hers.Length) from name in (string[])["s", "u"] orderby name select $"claim-files/{name}{n:00}/original", held.Order());
    }

    [Fact]
    public async Task A_hold_over_the_station_keeps_them() {
        using var admin = station.Admin();
        (await admin.PostAsJsonAsync(PrivacyRoutes.Holds, new LegalHoldAsked(null, LegalHoldKind.Inspection, "指導監査"), Stop)).EnsureSuccessStatusCode().Dispose();
        await Leave([.. Folders.Select(f => (f, "誰か"))]);
        await Run();
        await Run(60);
        Assert.Superset(Folders.ToHashSet(), await Blobs());
    }

    /// <summary>A call that is at work has no document yet: it is seen, and then named, and stays.</summary>
    [Fact]
    public async Task What_is_named_after_it_was_seen_stays() {
        const string blob = "edge-parts/later/1";
        await Leave([(blob, "x")]);
        await Run();
        await InStore(scope => scope.Documents.Commit(new Batch(ids).Create(PartialFile.Kind, "later", new(new('0', 64), 1, [new(blob, 1)], time.GetUtcNow())), Stop));
        await Run(60);
        Assert.Contains(blob, await Blobs());
    }

    /// <summary>A month with everything in it: not one of its contents is gone after two months of daily runs, but what has a shorter time.</summary>
    [Fact]
    public async Task Nothing_in_use_is_taken_for_a_stray() {
        foreach (var person in (OqsPerson[])[Midori with { Branch = "00" }, Kaori, Haru]) terminal.People.Add(person);
        await Ask();
        await site.Exchange();
        await State("P1", EligibilityState.Confirmed);
        using (var built = await biller.PostAsync($"months/{Month}/builds", null, Stop)) {
            var build = (await built.Content.ReadFromJsonAsync<ClaimBuildDetail>(Stop))!;
            await Eventually.Holds("the build is done", async () => (await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}")).State == ClaimBuildState.Done);
        }
        var file = await biller.UploadAndCheck(PlainClaims.File(2, BundleTexts.StationCode));
        await biller.Seal(file.FileId);
        await edge.PlaceSealed(time.GetUtcNow());
        var part = new byte[] { 1, 2, 3 };
        (await edge.PostAsync($"edge/files/half/parts?offset=0&size=9&sha256={new string('0', 64)}", new ByteArrayContent(part), Stop)).EnsureSuccessStatusCode().Dispose();
        await edge.Send("whole", SampleFiles.AcceptanceName(stationCode: BundleTexts.StationCode), SampleFiles.AcceptanceList());
        await edge.Send("Not-In-A-Name", "scan.pdf", part);
        await biller.ReturnFile("whole");
        using (var admin = station.Admin()) {
            using var asked = await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Export, "P2", null), Stop);
            var id = (await asked.Content.ReadFromJsonAsync<PersonRequestRow>(Stop))!.RequestId;
            await Eventually.Holds("the export is made", async () => (await admin.Get<PersonRequestRow>($"privacy/requests/{id}")).State == PersonRequestState.Done);
        }
        var before = await Blobs();
        // Every folder that the sweep knows is there, so that none of them is spared for its absence.
        Assert.Superset(Folders.Select(f => f.Split('/')[0]).ToHashSet(), before.Select(b => b.Split('/')[0]).ToHashSet());
        await Run();
        await Run(2);
        await Run(60);
        Assert.Equal(before.Where(b => !b.StartsWith("person-exports/", StringComparison.Ordinal)).Order(), (await Blobs()).Order());
    }

    private Task Leave((string Name, string Text)[] blobs) => InStore(async scope => {
        foreach (var (name, text) in blobs) Assert.NotNull(await scope.Blobs.Put(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Stop));
    });

    private async Task<HashSet<string>> Blobs() {
        HashSet<string> found = [];
        await InStore(async scope => found = [.. await scope.Blobs.List("", Stop)]);
        return found;
    }

    private Task InStore(Func<ScopeStores, Task> work) => cloud.WithStores(stores => work(stores.Open(ScopeName.Of(new(station.Tenant)))));

    private async Task<PersonRequestRow> Erase(string patient) {
        using var admin = station.Admin();
        using var asked = await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Erasure, patient, null), Stop);
        var id = (await asked.Content.ReadFromJsonAsync<PersonRequestRow>(Stop))!.RequestId;
        return await Eventually.Get("the erasure waits", async () => await admin.Get<PersonRequestRow>($"privacy/requests/{id}") is { State: PersonRequestState.Waiting } row ? row : null);
    }

    /// <summary>The daily run, some days later; they pass while the host is stopped.</summary>
    private Task Run(int later = 0) => InStore(at => {
        time.Advance(TimeSpan.FromDays(later));
        var tenant = new TenantScope(new(station.Tenant), "", BundleTexts.StationCode, at.Documents, at.Blobs, at.Outbox, time, ids);
        return RunRetention.Handle(new("m", ScopeName.Platform, new()), tenant, Stop);
    });
}
