using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Bench;

/// <summary>Claims from visits on one thread: months of thirty visits, to a file that goes nowhere. The bundle is in memory before; processor time, because the machine is shared.</summary>
internal static class BuildBench {
    private const int Rounds = 40;

    public static int Run(int patients) {
        // The compiler has seen both years before anything is measured, as in a host that has run for a while.
        foreach (var bundle in new[] { Month(2024, 400), Month(2026, 400) })
            for (var round = 0; round < Rounds; round++) Build(bundle, static () => { });
        foreach (var year in new[] { 2024, 2026 }) Run(year, patients);
        return 0;
    }

    private static void Run(int year, int patients) {
        var bundle = Month(year, patients);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var times = new List<double>();
        long allocated = 0;
        var claims = 0;
        for (var round = 0; round < Rounds; round++) {
            var start = Environment.CpuUsage.TotalTime;
            var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            claims = Build(bundle, static () => { });
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
            times.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        long peak = 0;
        Build(bundle, () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)));
        times.Sort();
        Console.WriteLine($"{year}-06: {claims:N0} claims of 30 visits, {claims / times[0]:N0} claims per second of processor time in the best round, {claims / times[Rounds / 2]:N0} in the median, {allocated / claims / 1024.0:N0} KB allocated a claim, live heap at most {(peak - before) / 1e6:N1} MB over the bundle's {before / 1e6:N0} MB");
    }

    /// <param name="look">Called eight times on the way.</param>
    private static int Build(MonthBundle bundle, Action look) {
        var writing = new ClaimFileWriting(Stream.Null, bundle, "1");
        var lookEvery = Math.Max(1, bundle.Patients.Count / 8);
        foreach (var (i, patient) in MonthClaims.Build(bundle, FeeSchedules.BuiltIn.For(bundle.Month)!).Index()) {
            foreach (var claim in patient.Claims) writing.Write(claim);
            if (i % lookEvery == lookEvery - 1) look();
        }
        writing.Finish();
        return writing.Claims;
    }

    private static MonthBundle Month(int year, int patients) {
        var scene = new StationScene(year, 6).Files("1604", "1605", "1616", "1617", "1619");
        for (var i = 0; i < patients; i++) {
            var patient = scene.Patient($"{i:000000}").With("001").Agree(AgreementKind.AroundTheClock).Agree(AgreementKind.DigitalInformation);
            for (var day = 1; day <= 30; day++) patient.Visit(day);
        }
        return scene.Bundle;
    }
}
