using System.Diagnostics;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Bench;

/// <summary>
/// One bulk cycle of オンライン資格確認 over the real host and the embedded store: everybody is asked, a simulated terminal answers, and each answer changes the month's row
/// (a branch number by rule, with history). By the wall clock, with the pause before results are fetched.
/// </summary>
internal static class EligibilityBench {
    private const string Month = "202410";

    public static async Task<int> Run(int patients) {
        await using var cloud = await CloudHarness.Run();
        var station = await cloud.OpenStation("9990018");
        using var biller = station.Biller();
        using var device = await station.Device();
        using var edge = await device.Client();
        var folder = Directory.CreateTempSubdirectory("claimscloud-oqs-");
        var terminal = new OqsSimulator(folder.FullName, TimeProvider.System, 1);
        for (var n = 0; n < patients; n++) terminal.People.Add(new("06139992", "1102", $"{100_000 + n}", "02", "髙橋　みどり", "ﾀｶﾊｼ ﾐﾄﾞﾘ", "2", "19660318") { ValidFrom = "20200401" });
        await Import(biller, patients);
        using var rules = await biller.PostAsJsonAsync(EligibilityRoutes.Rules, new EligibilityRules(false, 8, null, 0, null, null));
        rules.EnsureSuccessStatusCode();

        var started = Stopwatch.GetTimestamp();
        using var asked = await biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(Month, null));
        var outcome = (await asked.Content.ReadFromJsonAsync<AskOutcome>())!;
        Console.WriteLine($"{outcome.People:N0} people in {outcome.Requests} requests after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        var site = new OqsSite(edge, terminal, TimeProvider.System);
        var lookAt = TimeSpan.Zero;
        while (true) {
            if (await site.Exchange() > 0) Console.WriteLine($"  {terminal.Taken.Count} requests at the terminal after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            if (terminal.Taken.Count >= 2 * outcome.Requests && Stopwatch.GetElapsedTime(started) >= lookAt) {
                // Those that are least urgent come last: when the first is confirmed, everybody is.
                if ((await biller.GetFromJsonAsync<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={Month}"))!.Items[0].State == EligibilityState.Confirmed) break;
                lookAt = Stopwatch.GetElapsedTime(started) + TimeSpan.FromSeconds(0.5);
            }
            await Task.Delay(50);
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"{patients:N0} patients asked and applied in {seconds:0.0} s; {terminal.Taken.Count} requests, {terminal.Taken.Distinct().Count()} of them different");
        folder.Delete(recursive: true);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{process.PeakWorkingSet64 >> 20:N0} MB of memory at most, cloud, terminal and connector in one process");
        return await Changed(biller, patients);
    }

    /// <summary>Not the clock but the months say that it is done: each patient's card has the number that was answered.</summary>
    private static async Task<int> Changed(HttpClient biller, int patients) {
        var bundle = await biller.GetByteArrayAsync($"months/{Month}/bundle?form=json");
        var changed = BundleReader.Read(new MemoryStream(bundle)).Bundle!.InsuranceCards.Count(c => c.BranchNumber == "02");
        Console.WriteLine($"{changed:N0} cards have the answered branch number");
        return changed == patients ? 0 : 1;
    }

    private static async Task Import(HttpClient biller, int patients) {
        var rows = BundleRows.Of(BundleReader.Read(new MemoryStream(BundleSamples.Small())).Bundle!).ToList();
        var one = rows.Where(r => r.Patient == "P1" && r.Table is "patients" or "insuranceCards").ToList();
        var bundle = BundleRows.ToBundle(rows.Where(r => r.Patient.Length == 0).Concat(Enumerable.Range(0, patients).SelectMany(n => one.Where(r => r.Patient == "P1").Select(r => Renamed(r, n)))));
        var file = new MemoryStream();
        BundleWriter.WriteJson(bundle, file);
        using var answer = await biller.PostAsync($"months/{Month}/imports?name=month.json", new ByteArrayContent(file.ToArray()));
        var import = (await answer.Content.ReadFromJsonAsync<ImportDetail>())!;
        while ((await biller.GetFromJsonAsync<ImportDetail>($"months/{Month}/imports/{import.ImportId}"))!.State is not (ImportState.Done or ImportState.Refused)) await Task.Delay(200);
        var month = (await biller.GetFromJsonAsync<MonthRow>($"months/{Month}"))!;
        Console.WriteLine($"{month.Patients:N0} patients imported");
    }

    private static RowText Renamed(RowText row, int number) {
        var cells = new Dictionary<string, string>(row.Cells) { ["key"] = $"{row.Key}-{number}" };
        if (cells.ContainsKey("patient")) cells["patient"] = $"P1-{number}";
        if (row.Table == "insuranceCards") (cells["number"], cells["branchNumber"]) = ($"{100_000 + number}", "01");
        return new(row.Table, $"{row.Key}-{number}", $"P1-{number}", cells);
    }
}
