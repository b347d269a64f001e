using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Care;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The way to the software that sends 介護 claims: placed once into its import folder, by the same steps and proofs, and what it saves is picked up by name.</summary>
public sealed class CareFolderTests : IAsyncLifetime {
    private readonly TemporaryFolder _software = new();
    private readonly ManualTime _cloudTime = new(new(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private CloudHarness _cloud = null!;
    private Site _site = null!;

    private string Import => Directory.CreateDirectory(Path.Combine(_software.Path, "import")).FullName;
    private string Inbox => Directory.CreateDirectory(Path.Combine(_software.Path, "inbox")).FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run(_cloudTime);
        _site = await Site.Prepare(_cloud, 8990018);
        await Enrolment.Enrol(new EdgeSettings(_cloud.Address, "", "", _site.Terminal.Out, _site.Terminal.In) { CareOut = Import, CareIn = Inbox }, await _site.EnrolmentCode(), "受付のPC", _site.Data, Stop);
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
        _software.Dispose();
    }

    [Fact]
    public async Task A_care_file_is_placed_in_the_import_folder_and_the_answers_come_up() {
        var file = await SealedFile();
        var faults = new Faults();
        using var connector = new SteppedConnector(_site, faults, with: o => o with { Time = _cloudTime });
        await Rounds(connector, async () => (await _site.Detail(file)).File.State == ClaimFileState.SeenUnchanged);
        var placed = Assert.Single(Directory.GetFiles(Import));
        Assert.Equal("K2410110.CSV", Path.GetFileName(placed));
        Assert.Equal((await _site.Detail(file)).Sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(placed, Stop))));
        Assert.DoesNotContain(_site.FilesOnTerminal(), f => f.EndsWith(".CSV", StringComparison.Ordinal));

        var federation = new CareFederation();
        Assert.Equal(1, federation.SendAll(Import));
        File.Delete(placed);
        foreach (var answer in federation.Decide("202411", CareVerdict.AllPaid)) await File.WriteAllBytesAsync(Path.Combine(Inbox, answer.Name), answer.Bytes, Stop);
        await File.WriteAllTextAsync(Path.Combine(Inbox, "伝送ソフトの記録.txt"), "not ours", Stop);
        await Rounds(connector, async () => (await _site.Returns()).Count(f => f.Kind.StartsWith("care-7", StringComparison.Ordinal)) == 3);
        Assert.DoesNotContain(await _site.Returns(), f => f.Name.EndsWith(".txt", StringComparison.Ordinal));
        // Taken by the software, and known to be done: it never comes back.
        await Rounds(connector, () => Task.FromResult(connector.IsAtRest));
        Assert.Empty(Directory.GetFiles(Import));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.Combine(Import, ".claimscloud")), f => Path.GetFileName(f) != "connector");
    }

    [Fact]
    public async Task A_file_that_the_software_took_after_a_crash_is_not_placed_twice() {
        var file = await SealedFile();
        var faults = new Faults();
        using (var connector = new SteppedConnector(_site, faults, with: o => o with { Time = _cloudTime, Checkpoint = step => {
            if (step == "after ledger" && Directory.GetFiles(Import).Length > 0) throw new ProcessGoneException();
        } }))
            for (var i = 0; i < 20 && Directory.GetFiles(Import).Length == 0; i++) await connector.Round();
        File.Delete(Assert.Single(Directory.GetFiles(Import)));
        using var again = new SteppedConnector(_site, faults, with: o => o with { Time = _cloudTime });
        await Rounds(again, async () => (await _site.Detail(file)).File.State == ClaimFileState.PlaceRefused);
        Assert.Empty(Directory.GetFiles(Import));
    }

    [Fact]
    public async Task A_missing_import_folder_is_an_alarm_of_its_own_and_medical_files_go_on() {
        await SealedFile();
        Directory.Delete(Import, recursive: true);
        using var connector = new SteppedConnector(_site, new Faults(), with: o => o with { Time = _cloudTime });
        await Rounds(connector, async () => (await _site.Connector()).Alarms.Contains(Alarms.CareFolderMissing));
        Assert.DoesNotContain(Alarms.OutFolderMissing, (await _site.Connector()).Alarms);
        Directory.CreateDirectory(Path.Combine(_software.Path, "import"));
        await Rounds(connector, () => Task.FromResult(Directory.GetFiles(Path.Combine(_software.Path, "import")).Length == 1));
    }

    [Fact]
    public void A_ledger_from_before_care_files_goes_on() {
        using (var old = new SqliteConnection($"Data Source={Path.Combine(_software.Path, "ledger.db")};Pooling=False")) {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = """
                CREATE TABLE jobs (id TEXT PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
                INSERT INTO jobs VALUES ('old', '202410-s-1', 'RECEIPTH.UKE', 'aa', 1, 'Fetched');
                """;
            command.ExecuteNonQuery();
        }
        using var ledger = new Ledger(_software.Path, _ => { });
        ledger.Add(new EdgeJob("new", "202411-c-1", "K2410110.CSV", "bb", 2, null, JobKind.CareClaimFile), default);
        Assert.Equal([("old", JobKind.ClaimFile), ("new", JobKind.CareClaimFile)], ledger.OpenJobs().Select(j => (j.Id, j.Kind)));
    }

    /// <summary>A month comes in, its care file is made and sealed.</summary>
    private async Task<string> SealedFile() {
        using var biller = _site.Biller();
        using var imported = await biller.PostAsync($"months/{CareStory.Month}/imports?name=month.json", new ByteArrayContent(CareStory.Records(correctLevel: true, "9990018")), Stop);
        imported.EnsureSuccessStatusCode();
        await Eventually.Holds("the month is there", async () => (await biller.GetFromJsonAsync<MonthRow>($"months/{CareStory.Month}", Stop))!.State == MonthState.Open);
        using var started = await biller.PostAsync($"months/{CareStory.Month}/builds?only=care", null, Stop);
        var build = (await started.Content.ReadFromJsonAsync<ClaimBuildDetail>(Stop))!;
        build = await Eventually.Get("the file is made", async () => await biller.GetFromJsonAsync<ClaimBuildDetail>($"months/{CareStory.Month}/builds/{build.BuildId}", Stop) is { State: not ClaimBuildState.Running } done ? done : null);
        var id = Assert.Single(build.Files).FileId;
        await Eventually.Holds("the file may be sealed", async () => (await _site.Detail(id)).Sealable);
        using var answer = await biller.PostAsync($"claim-files/{id}/seal", null, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return id;
    }

    private async Task Rounds(SteppedConnector connector, Func<Task<bool>> reached) {
        for (var i = 0; i < 60 && !await reached(); i++) {
            await connector.Round();
            _cloudTime.Advance(TimeSpan.FromSeconds(5));
        }
        Assert.True(await reached());
    }
}
