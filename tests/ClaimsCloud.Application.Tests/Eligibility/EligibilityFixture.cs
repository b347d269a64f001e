using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Application.Tests.Eligibility;

/// <summary>A station with a month of three patients, and a simulated terminal that a connector serves. Subclasses own their cloud.</summary>
public abstract class EligibilityFixture : IAsyncLifetime {
    private protected const string Month = BundleTexts.Month;
    private protected static readonly OqsPerson Midori = new("06139992", "1102", "345", "01", "髙橋　みどり", "ﾀｶﾊｼ ﾐﾄﾞﾘ", "2", "19660318") { ValidFrom = "20200401" };
    private protected static readonly OqsPerson Kaori = new("279893", "さ１２", "34567", null, "西尾　香織", "ﾆｼｵ ｶｵﾘ", "2", "19790215") { ValidFrom = "20220401", Relationship = "2" };
    private protected static readonly OqsPerson Haru = new("39139993", null, "00112233", null, "野口　ハル", "ﾉｸﾞﾁ ﾊﾙ", "2", "19370822") { ValidFrom = "20120822", Ratio = "010" };

    private readonly TemporaryFolder folder = new();
    private protected readonly ManualTime time = new(new DateTimeOffset(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private protected CloudHarness cloud = null!;
    private protected HarnessStation station = null!;
    private HarnessDevice device = null!;
    private protected HttpClient biller = null!;
    private protected HttpClient edge = null!;
    private protected OqsSimulator terminal = null!;
    private protected OqsSite site = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        station = await cloud.OpenStation(BundleTexts.StationCode);
        (biller, device) = (station.Biller(), await station.Device());
        edge = await device.Client();
        terminal = new(folder.Path, time, 7);
        site = new(edge, terminal, time);
        await biller.Import(Month, BundleTexts.Sample);
        await Post(EligibilityRoutes.Rules, new EligibilityRules(false, 8, "https://example.jp/reception", 0, null, null));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        edge.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IReadOnlyList<EligibilityRow>> People() => (await biller.Get<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={Month}")).Items;

    private protected Task<EligibilityRow> State(string patient, EligibilityState state) =>
        Eventually.Get($"{patient} is {state}", async () => (await People()).FirstOrDefault(p => p.Patient == patient && p.State == state));

    private protected Task<EligibilityDetail> Detail(EligibilityRow row) => biller.Get<EligibilityDetail>($"{EligibilityRoutes.People}/{row.PersonId}?month={Month}");

    private protected Task<HttpResponseMessage> Decide(EligibilityDetail detail, string verdict, params string[] fields) =>
        biller.PostAsJsonAsync($"{EligibilityRoutes.People}/{detail.Row.PersonId}/decisions", new EligibilityDecision(Month, detail.AnswerKey!, verdict, fields), Stop);

    private protected async Task<AskOutcome> Ask(string? patient = null) {
        using var answer = await biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(Month, patient), Stop);
        return (await answer.Content.ReadFromJsonAsync<AskOutcome>(Stop))!;
    }

    private protected Task NextDay() => Later(TimeSpan.FromHours(21));

    /// <summary>With a new token: a connector's does not live long.</summary>
    private protected async Task Later(TimeSpan passed) {
        time.Advance(passed);
        edge.Dispose();
        edge = await device.Client();
        site = new(edge, terminal, time);
    }

    private protected async Task Post(string route, object body) {
        using var answer = await biller.PostAsJsonAsync(route, body, Stop);
        answer.EnsureSuccessStatusCode();
    }

    private protected async Task<string> Cell(string patient, string table, string column) {
        var found = (await biller.Sheet(Month, patient)).Tables.Single(t => t.Name == table);
        return found.Rows[^1].Values[found.Columns.ToList().IndexOf(column)];
    }
}
