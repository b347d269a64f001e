using System.Net.Http.Json;

namespace ClaimsCloud.Storage.Azure.Tests.Servers;

/// <summary>The running double: its connection string, and the faults a test orders for its own database.</summary>
internal sealed class CosmosDouble(Uri address, string key) : IDisposable {
    private readonly HttpClient http = new(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = address };

    public string ConnectionString => $"AccountEndpoint={address};AccountKey={key}";

    /// <summary>The next calls on documents are answered with 429.</summary>
    public Task Throttle(string database, int times) => Order(new { database, times, status = 429 });

    /// <summary>The next calls on documents are done, and their connection breaks before the answer.</summary>
    public Task LoseAnswers(string database, int times) => Order(new { database, times });

    /// <summary>How many ordered faults did not come yet.</summary>
    public async Task<int> Left(string database) => (await http.GetFromJsonAsync<FaultsLeft>($"faults/{database}"))!.Left;

    public void Dispose() => http.Dispose();

    private async Task Order(object order) {
        using var answer = await http.PostAsJsonAsync("faults", order);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record FaultsLeft(int Left);
}
