using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Edge.Tests.Oqs;

/// <summary>A station with patients, a connector's folder and a terminal for オンライン資格確認.</summary>
internal sealed class OqsStation : IAsyncDisposable {
    private const string Month = "202410", SampleCode = "9990018";
    public static readonly OqsPerson Person = new("06139992", "1102", "345", "00", "髙橋　みどり", "ﾀｶﾊｼ ﾐﾄﾞﾘ", "2", "19660318") { ValidFrom = "20200401" };

    private int _next;

    private OqsStation(Site site, string root, string code) => (Site, Root, Terminal, OqsCode) = (site, root, new(root, TimeProvider.System, 5), $"136{code}");

    public Site Site { get; }
    public string Root { get; }
    public OqsSimulator Terminal { get; }
    public string OqsCode { get; }

    public static async Task<OqsStation> Open(CloudHarness cloud, int number, string? root = null) {
        var site = await Site.Prepare(cloud, number);
        var code = $"{1_000_000 + number}";
        var station = new OqsStation(site, root ?? Directory.CreateTempSubdirectory("claimscloud-oqs-").FullName, code);
        station.Terminal.People.Add(Person);
        await Enrolment.Enrol(new EdgeSettings(cloud.Address, "", "", site.Terminal.Out, site.Terminal.In) { OqsRoot = station.Root }, await site.EnrolmentCode(), "受付のPC", site.Data, CancellationToken.None);
        using var biller = site.Biller();
        var bundle = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(BundleSamples.Small()).Replace(SampleCode, code, StringComparison.Ordinal));
        using var import = await biller.PostAsync($"months/{Month}/imports?name=month.json", new ByteArrayContent(bundle));
        import.EnsureSuccessStatusCode();
        await Site.Until(async () => (await biller.GetFromJsonAsync<MonthRow>($"months/{Month}"))!.State == MonthState.Open, () => Task.FromResult("the month is not open"));
        using var rules = await biller.PostAsJsonAsync(EligibilityRoutes.Rules, new EligibilityRules(false, 8, null, 0, null, null));
        rules.EnsureSuccessStatusCode();
        return station;
    }

    public Task<AskOutcome> Ask() => Ask("P1");

    /// <summary>Another patient each time, so that no open request stands in the way.</summary>
    public Task<AskOutcome> AskAgain() => Ask($"P{(_next++ % 3) + 1}");

    /// <summary>Files of the interface that the cloud has taken.</summary>
    public async Task<int> Answers() {
        using var biller = Site.Biller();
        var people = (await biller.GetFromJsonAsync<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={Month}"))!.Items;
        var files = new HashSet<string>((await biller.GetFromJsonAsync<EligibilityFileRow[]>(EligibilityRoutes.Files))!.Select(f => f.ContentKey), StringComparer.Ordinal);
        foreach (var person in people) {
            using var answer = await biller.GetAsync($"{EligibilityRoutes.People}/{person.PersonId}?month={Month}");
            if (!answer.IsSuccessStatusCode) continue;
            files.UnionWith((await answer.Content.ReadFromJsonAsync<EligibilityDetail>())!.History.Select(h => h.ContentKey));
        }
        return files.Count;
    }

    public async ValueTask DisposeAsync() {
        await Site.DisposeAsync();
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }

    private async Task<AskOutcome> Ask(string patient) {
        using var biller = Site.Biller();
        using var answer = await biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(Month, patient));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<AskOutcome>())!;
    }
}
