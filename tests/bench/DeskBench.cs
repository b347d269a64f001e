using System.Diagnostics;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Bench;

/// <summary>
/// The desk's console over the real host and the embedded store: how long the host reads the fleet after its start, and what a look takes then, while connectors call once a minute each.
/// </summary>
internal static class DeskBench {
    private const int Looks = 20;

    public static async Task<int> Run(int stations) {
        await using var cloud = await CloudHarness.Run();
        var seeding = Stopwatch.StartNew();
        await cloud.SeedFleet(stations);
        Console.WriteLine($"{stations:N0} stations written in {seeding.Elapsed.TotalSeconds:0.0} s");
        using var desk = cloud.Desk();
        Console.WriteLine($"{"look",-44} {"ms",8}");
        Print("at once after the start: waits for the fleet", await Look(desk, null));
        var first = await Look(desk, "console opens");
        var later = new List<double>();
        for (var n = 0; n < Looks; n++) later.Add(await Look(desk, null));
        Print("later, median of 20", later.Order().ElementAt(Looks / 2));
        Print("later, slowest of 20", later.Max());
        Print("filtered by state and searched", await Look(desk, null, "?state=silent&search=けやき"));
        // As many as call in five seconds when each calls once a minute.
        await Change(desk, stations / 12);
        Print($"after changes of {stations / 12:N0} stations", await Look(desk, null));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{process.PeakWorkingSet64 >> 20:N0} MB of memory at most");
        return first < 1000 && later.Max() < 1000 ? 0 : 1;
    }

    private static async Task<double> Look(HttpClient desk, string? name, string query = "") {
        var started = Stopwatch.GetTimestamp();
        _ = await desk.GetFromJsonAsync<FleetView>(FleetRoutes.Stations + query);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (name is not null) Print(name, taken);
        return taken;
    }

    private static async Task Change(HttpClient desk, int stations) {
        var contract = new ContractRow("SHINKO", "ipsec", "", 9, 17, false, 4, 16, [], 2090, null);
        for (var number = 1; number <= stations; number++)
            (await desk.PostAsJsonAsync(FleetRoutes.Contract.Replace("{stationId}", FleetSeed.StationId(number), StringComparison.Ordinal), contract)).EnsureSuccessStatusCode();
    }

    private static void Print(string name, double milliseconds) => Console.WriteLine($"{name,-44} {milliseconds,8:0}");
}
