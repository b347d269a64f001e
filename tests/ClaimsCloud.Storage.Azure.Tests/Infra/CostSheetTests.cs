using System.Text.Json;
using ClaimsCloud.Bench;
using ClaimsCloud.Storage.Azure.Tests.Servers;

namespace ClaimsCloud.Storage.Azure.Tests.Infra;

public sealed class CostSheetTests {
    private static readonly string Folder = Path.Combine(Repository.Folder, "infra", "cost");

    [Fact]
    public void The_sheet_is_what_its_inputs_say() =>
        Assert.True(CostSheet.Read(Folder).Markdown() == File.ReadAllText(Path.Combine(Folder, "README.md")), "dotnet run -c Release --project tests/bench -- cost infra/cost");

    [Fact]
    public void Every_price_and_load_has_a_source_or_says_that_it_is_an_assumption() {
        using var inputs = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "inputs.json")));
        foreach (var part in (string[])["prices", "load", "installation"])
            foreach (var input in inputs.RootElement.GetProperty(part).EnumerateObject()) {
                var (source, assumption) = (input.Value.TryGetProperty("source", out var s), input.Value.TryGetProperty("assumption", out var a));
                Assert.True(source != assumption && (source ? s : a).GetString()!.Length > 0, input.Name);
                Assert.True(part != "prices" || assumption || input.Value.TryGetProperty("date", out _), $"{input.Name} has a source without its date");
            }
    }

    [Fact]
    public void The_lines_are_counted_as_by_hand() {
        // 1,000 stations: 1,200 connectors are two instances; 2 × 2 GB × 2,628,000 s × 0.000020 × 1.25.
        var lines = CostSheet.Read(Folder).Lines(1000).ToDictionary(l => l.Name, l => l.Usd);
        Assert.Equal(262.80m, lines["Functions: instances always ready"]);
        // 1,200 × 52,560 polls, 1,000 × 2,000 pages of five calls and 600,000 messages are 73.672 million, at 0.40 × 1.25.
        Assert.Equal(36.84m, lines["Functions: executions"]);
        // 2 × 2,628,000 s × (0.5 × 0.000024 + 0.000003) × 1.25.
        Assert.Equal(98.55m, lines["Gateway"]);
        // 63,072,000 × 14 + 2,000,000 × 60 + 600,000 × 200 in 2,628,000 s are 427.32 RU/s, 1,000 sweeps of 12 in 300 s 40; half as much again charged: 7.01 × 730 × 0.012 × 1.25 × 1.25.
        Assert.Equal(95.95m, lines["Cosmos: throughput"]);
        Assert.Equal(168.75m, lines["Cosmos: documents and backup"]);
    }

    [Fact]
    public void A_station_costs_less_in_a_larger_installation() {
        var sheet = CostSheet.Read(Folder);
        var each = sheet.Stations.Select(n => sheet.Total(n) / n).ToList();
        Assert.Equal(each.OrderDescending(), each);
    }
}
