using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Bench;

/// <summary>
/// What each rule costs, one after the other over the same claims: those of sixty patients with all that their station's records say. The times are those of a line or a claim
/// that was never seen before; a run remembers lines and values that were in order and takes less.
/// </summary>
internal static class RuleBench {
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    public static int Run(int year) {
        var claims = Claims(SixtyPatients.Of(year, 6));
        var records = claims.SelectMany(c => c.Claim.Records).ToArray();
        var findings = new Findings(RuleSwitches.AllOn, new CoverageTally());
        var costs = new List<(string Rule, double Nanoseconds)>();
        foreach (var check in RuleCatalog.ClaimChecks.Where(c => (c.Rule.Needs & ~claims[0].Available) == CheckNeeds.None))
            Add(check.Rule, () => { foreach (var claim in claims) check.Inspect(claim, findings); });
        foreach (var check in RuleCatalog.RecordChecks)
            Add(check.Rule, () => { foreach (var record in records) check.Inspect(new(record, claims[0].Spec.Record(record)), findings); });
        foreach (var check in RuleCatalog.FieldChecks)
            Add(check.Rule, () => { foreach (var record in records) InspectFields(check, record, findings); });
        foreach (var (i, file) in RuleCatalog.FileChecks().Index())
            Add(file.Rule, () => {
                var check = RuleCatalog.FileChecks()[i];
                foreach (var claim in claims) check.Inspect(claim.Claim.Block, claim, findings);
            });

        var all = costs.Sum(c => c.Nanoseconds);
        foreach (var (rule, cost) in costs.OrderByDescending(c => c.Nanoseconds)) Console.WriteLine($"{rule,-5} {cost,9:N0} ns a claim  {cost / all,6:P1}  {Title(rule)}");
        Console.WriteLine($"{all,15:N0} ns a claim together, {claims.Count} claims of {year}-06, {(double)records.Length / claims.Count:N0} lines each");
        var timed = costs.Select(c => c.Rule).ToHashSet();
        Console.WriteLine($"not timed, data is missing: {string.Join(' ', RuleCatalog.All.Select(r => r.Code).Where(c => !timed.Contains(c)))}");
        return 0;

        void Add(Rule rule, Action inspect) => costs.Add((rule.Code, TimeOf(() => {
            inspect();
            findings.Take();
            findings.TakePartly();
        }) / claims.Count));
    }

    private static string Title(string rule) => RuleCatalog.All.First(r => r.Code == rule).Title;

    private static void InspectFields(FieldCheck check, in Record record, Findings findings) {
        if (ClaimSpec.Release202406.Record(record) is not { } layout) return;
        var next = 0;
        foreach (var bytes in record.Fields) {
            if (next == layout.Fields.Count) return;
            var field = layout.Fields[next++];
            if (!bytes.IsEmpty && check.AppliesTo(field)) check.Inspect(new(record, field, bytes), findings);
        }
    }

    /// <summary>Processor time of one round in nanoseconds, the best of three; the first rounds are for the compiler.</summary>
    private static double TimeOf(Action round) {
        var best = double.MaxValue;
        for (var i = 0; i < 4; i++) {
            var (start, rounds) = (Environment.CpuUsage.TotalTime, 0);
            var spent = TimeSpan.Zero;
            for (; spent < Least; spent = Environment.CpuUsage.TotalTime - start)
                for (var n = 0; n < 8; n++, rounds++) round();
            if (i > 0) best = Math.Min(best, spent.TotalNanoseconds / rounds);
        }
        return best;
    }

    private static List<ClaimFacts> Claims(MonthBundle bundle) {
        var own = new OwnMonth(bundle, FeeSchedules.BuiltIn.For(bundle.Month)!);
        var patients = bundle.Patients.ToDictionary(p => p.Key);
        var built = BuiltFile.Claims(bundle).SelectMany(p => p.Claims).ToList();
        var context = new CheckContext { Standards = own.Standards, Patients = built.ToDictionary(c => c.Key, c => own.Of(patients[c.Patient], c.Key) with { OtherMonths = [] }) };
        var claims = new List<ClaimFacts>();
        foreach (var payer in built.Select(c => c.ReviewOrganization).Distinct()) {
            var reader = new RecordReader(new MemoryStream(BuiltFile.Bytes(bundle, payer)));
            while (reader.Read() is { } block) {
                if (!block.IsClaim) continue;
                var facts = new ClaimFacts(context) { BillingMonth = bundle.BillingMonth };
                facts.Read(new Claim(block, claims.Count + 1), new KnownLines());
                claims.Add(facts);
            }
        }
        return claims;
    }
}
