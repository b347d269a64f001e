using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClaimsCloud.Bench;

/// <param name="Usd">A month, whole installation.</param>
internal sealed record CostLine(string Name, string Quantity, decimal Usd);

/// <summary>What the installation of <c>infra/</c> costs a month, from the prices and assumptions in <c>infra/cost/inputs.json</c>. It adds up list prices; it measures nothing.</summary>
internal sealed class CostSheet(JsonElement inputs) {
    private const decimal Million = 1_000_000, SecondsAnHour = 3600, KbAGb = 1_000_000, MbAGb = 1000;

    public static CostSheet Read(string folder) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "inputs.json"))).RootElement);

    public IReadOnlyList<int> Stations => [.. inputs.GetProperty("stations").EnumerateArray().Select(n => n.GetInt32())];

    public decimal Yen => Price("yen");

    private decimal Hours => inputs.GetProperty("hoursAMonth").GetDecimal();

    public IReadOnlyList<CostLine> Lines(int stations) {
        var (connectors, seconds) = (stations * Load("connectors"), Hours * SecondsAnHour);
        var (polls, pages, messages) = (connectors * seconds / Load("pollSeconds"), stations * Load("pages"), stations * Load("messages"));
        var calls = polls + pages * 5;
        var ready = Math.Max(Fixed("leastReady"), Math.Ceiling(connectors / Load("connectorsPerInstance")));
        var gateways = Math.Max(Fixed("leastReplicas"), Math.Ceiling(connectors / Load("connectorsPerGateway")));
        var portals = Math.Max(Fixed("leastReplicas"), Math.Ceiling(stations / Load("stationsPerPortal")));
        var meanRu = (polls * Load("ruPerPoll") + pages * Load("ruPerPage") + messages * Load("ruPerMessage")) / seconds + stations * Load("ruPerSweep") / Load("sweepSeconds");
        var mostRu = Math.Max(Fixed("leastThroughput"), Math.Ceiling(meanRu * Load("peakFactor") / 1000) * 1000);
        var chargedRu = Math.Max(mostRu / 10, meanRu * Load("meanFactor"));
        var sentGb = polls * Load("kbPerPoll") / KbAGb + pages * Load("mbPerPage") / MbAGb;
        var (handling, logGb) = (messages * Load("secondsAMessage") * 2, calls * Load("logKbPerCall") / KbAGb);
        decimal documents = stations * Load("documentsGb"), blobs = stations * Load("blobsGb");
        return [
            Line("Functions: instances always ready", $"{ready:N0} of 2 GB", ready * 2 * seconds * (Price("functionsBaseline") + Price("functionsReadyBusy"))),
            Line("Functions: messages", $"{handling:N0} GB-s", Above(handling, 100_000) * Price("functionsOnDemand")),
            Line("Functions: executions", $"{calls + messages:N0}", (calls + messages) / Million * Price("functionsCalls")),
            Line("Gateway", $"{gateways:N0} replicas", gateways * seconds * (0.5m * Price("appsVcpu") + Price("appsGib"))),
            Line("Portal", $"{portals:N0} replicas", portals * seconds * (0.5m * Price("appsVcpu") + Price("appsGib"))),
            Line("Container apps: requests", $"{calls + pages:N0}", Above(calls + pages, 2 * Million) / Million * Price("appsRequests")),
            Line("Cosmos: throughput", $"{chargedRu:N0} RU/s charged, {mostRu:N0} at most", chargedRu / 100 * Hours * Price("cosmosRu") * Price("cosmosZoneFactor")),
            Line("Cosmos: documents and backup", $"{documents:N0} GB", documents * (Price("cosmosGb") + Price("cosmosBackupGb"))),
            Line("Blobs", $"{blobs:N0} GB", blobs * Price("blobGb") + stations * Load("blobWrites") / 10_000 * Price("blobWrites")),
            // Each message has a wake: sent, taken, deleted; four queues are asked every five seconds by the host even when nothing comes.
            Line("Queues", $"{messages * 3 + 4 * seconds / 5:N0} calls", (messages * 3 + 4 * seconds / 5) / 10_000 * Price("queueCalls")),
            Line("Private endpoints and names", $"{Fixed("privateEndpoints"):N0} and {Fixed("dnsZones"):N0}", Fixed("privateEndpoints") * Hours * Price("privateEndpoint") + Fixed("dnsZones") * Price("dnsZone") + sentGb * 2 * Price("privateLinkGb")),
            Line("Logs", $"{logGb:N0} GB", Above(logGb, 5) * Price("logsGb")),
            Line("Traffic to the internet", $"{sentGb:N0} GB", Above(sentGb, 100) * Price("egressGb")),
            Line("Registry, session keys, alarms", "fixed", Price("registry") + Price("sessionsShare") + Price("alerts")),
        ];
    }

    /// <summary>The sheet as Markdown: totals first, then what they are made of, then what they stand on.</summary>
    public string Markdown() {
        var text = new StringBuilder();
        text.Append("# What it costs\n\nWritten from `inputs.json` by `dotnet run -c Release --project tests/bench -- cost infra/cost`; a test compares. List prices without discounts, reservations, support and tax. ")
            .Append("**What has no source is an assumption and says so.** Replace prices by those of your contract, and loads by what you measure, and write it anew.\n\n");
        Row(text, ["a month", .. Stations.Select(n => $"{n:N0} stations")]);
        Row(text, [.. Enumerable.Repeat("---", Stations.Count + 1)]);
        Row(text, ["**a station, USD**", .. Stations.Select(n => $"**{Total(n) / n:N2}**")]);
        Row(text, ["a station, JPY", .. Stations.Select(n => $"{Total(n) / n * Yen:N0}")]);
        Row(text, ["installation, USD", .. Stations.Select(n => $"{Total(n):N0}")]);
        text.Append("\n## Made of (USD a month)\n\n");
        Row(text, ["", .. Stations.Select(n => $"{n:N0} stations")]);
        Row(text, [.. Enumerable.Repeat("---", Stations.Count + 1)]);
        var columns = Stations.Select(Lines).ToList();
        for (var i = 0; i < columns[0].Count; i++) Row(text, [columns[0][i].Name, .. columns.Select(c => $"{c[i].Usd:N2} ({c[i].Quantity})")]);
        foreach (var (title, part) in ((string, string)[])[("Prices", "prices"), ("Loads", "load"), ("Installation", "installation")]) {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| | value | unit | from |\n|---|---|---|---|\n");
            foreach (var input in inputs.GetProperty(part).EnumerateObject())
                Row(text, [input.Name, input.Value.GetProperty("value").GetRawText(), input.Value.GetProperty("unit").GetString()!, From(input.Value)]);
        }
        return text.ToString();
    }

    public decimal Total(int stations) => Lines(stations).Sum(l => l.Usd);

    private static string From(JsonElement input) => input.TryGetProperty("source", out var source)
        ? source.GetString() + (input.TryGetProperty("date", out var date) ? $" ({date.GetString()})" : "") : $"assumption: {input.GetProperty("assumption").GetString()}";

    private static void Row(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static decimal Above(decimal quantity, decimal free) => Math.Max(0, quantity - free);

    private CostLine Line(string name, string quantity, decimal usd) => new(name, quantity, Math.Round(usd * Price("regionFactor"), 2));

    private decimal Price(string name) => Value("prices", name);

    private decimal Load(string name) => Value("load", name);

    private decimal Fixed(string name) => Value("installation", name);

    private decimal Value(string part, string name) => inputs.GetProperty(part).GetProperty(name).GetProperty("value").GetDecimal();
}
