using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Cases;

/// <summary>A cloud with a desk, on whose clock a year may pass; each test brings its own stations.</summary>
public sealed class CaseFixture : IAsyncLifetime {
    private int stations;

    internal ManualTime Time { get; } = new(CloudHarness.Start);
    internal CloudHarness Cloud { get; private set; } = null!;
    internal HttpClient Anybody => Cloud.Client();
    internal HttpClient Desk => Cloud.Desk();
    internal DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().AddHours(9).DateTime);

    public async ValueTask InitializeAsync() => Cloud = await CloudHarness.Run(Time);

    public async ValueTask DisposeAsync() => await Cloud.DisposeAsync();

    /// <summary>What a station with フレッツ光 in 東京都 answers, under a code that no other test has.</summary>
    internal Dictionary<string, string> Answers(params (string Field, string Value)[] other) {
        var number = Interlocked.Increment(ref stations);
        var answers = new Dictionary<string, string> {
            ["stationName"] = $"みどり{number}訪問看護ステーション", ["stationCode"] = $"{8_000_000 + number}", ["prefecture"] = "東京都", ["address"] = "架空市1-2-3", ["contactName"] = "導入 花子", ["phone"] = $"03-0000-{number:0000}",
            ["email"] = $"hanako{number}@example.jp", ["lines"] = "flets", ["building"] = "fits",
        };
        foreach (var (field, value) in other) answers[field] = value;
        return answers;
    }

    internal async Task<ApplicationDetail> Save(Dictionary<string, string> answers, bool handIn, string? key = null) => await Anybody.Posted<ApplicationDetail>(CaseRoutes.Applications, new SaveApplication(key, answers, handIn));

    /// <summary>Number of a new case.</summary>
    internal async Task<string> Open(params (string Field, string Value)[] other) {
        var application = await Save(Answers(other), handIn: true);
        return application.CaseId ?? throw new InvalidOperationException(string.Join('、', application.Problems.Select(p => p.Message)));
    }

    internal Task<CaseDetail> Case(string caseId) => Desk.Get<CaseDetail>($"cases/{caseId}");

    internal async Task<HttpResponseMessage> Try(string caseId, string part, Func<long, object> change) {
        var body = change((await Case(caseId)).Revision);
        return await Desk.PostAsync($"cases/{caseId}/{part}", JsonContent.Create(body, body.GetType()));
    }

    internal async Task<CaseDetail> Change(string caseId, string part, Func<long, object> change) => await (await Try(caseId, part, change)).Read<CaseDetail>();

    internal Task<CaseDetail> Move(string caseId, string to, string? reason = null) => Change(caseId, "moves", r => new CaseMove(r, to, reason));

    internal Task<CaseDetail> Done(string caseId, string item) => Change(caseId, "items", r => new ItemChange(r, item, "done", null, null, null));

    /// <summary>A case with its partner, its quote and both orders.</summary>
    internal async Task<string> Ordered(params (string Field, string Value)[] other) {
        var caseId = await Open(other);
        await Move(caseId, "introduce");
        await Change(caseId, "partner", r => new PartnerPick(r, "shinko", "ip-vpn"));
        await Change(caseId, "quotes", r => new QuoteWish(r, []));
        await Move(caseId, "order");
        await Change(caseId, "orders", r => new OrderRecord(r, Today, new Dictionary<string, long> { ["setup"] = 410_000, ["programs"] = 165_000, ["maintenance"] = 3_300 }));
        return caseId;
    }

    internal Task<CaseDetail> Paper(string caseId, string query) => Desk.Sent<CaseDetail>($"cases/{caseId}/papers?{query}", "%PDF-1.7 …"u8.ToArray());
}

internal static class CaseCalls {
    public static async Task<T> Posted<T>(this HttpClient client, string path, object body) => await (await client.PostAsync(path, JsonContent.Create(body, body.GetType()))).Read<T>();

    public static async Task<T> Sent<T>(this HttpClient client, string path, byte[] bytes) => await (await client.PostAsync(path, new ByteArrayContent(bytes))).Read<T>();

    public static async Task<T> Read<T>(this HttpResponseMessage answer) => answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<T>())!
        : throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
}
