using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>A claim being made up for a test: its records as fields, in file order.</summary>
internal sealed class DraftClaim {
    private static readonly ClaimSpec Spec = ClaimSpec.Release202406;

    public List<string[]> Records { get; } = [];
    public ServiceMonth Month { get; init; }

    /// <summary>審査支払機関 the claim goes to.</summary>
    public string ReviewOrganization { get; init; } = "1";

    public IEnumerable<string[]> All(string id) => Records.Where(r => r[0] == id);

    public string[]? First(string id) => All(id).FirstOrDefault();

    public bool Has(string id) => First(id) is not null;

    /// <summary>Adds a record behind those that stand before its kind.</summary>
    public string[] Add(string id, params (int Position, string Value)[] values) {
        var layout = Spec.Record(id)!;
        var fields = Enumerable.Repeat("", layout.Fields.Count).ToArray();
        fields[0] = id;
        foreach (var (position, value) in values) fields[position - 1] = value;
        var at = Records.FindLastIndex(r => Spec.Record(r[0])!.Order <= layout.Order) + 1;
        Records.Insert(at, fields);
        return fields;
    }

    /// <summary>KA lines by day, then as they were added.</summary>
    public void OrderFees() {
        var fees = All("KA").OrderBy(r => r[1], StringComparer.Ordinal).ToList();
        Records.RemoveAll(r => r[0] == "KA");
        Records.AddRange(fees);
    }

    /// <summary>合計金額, 実日数 and 受診日等 of every payer as the fee lines have them.</summary>
    public void Settle(FeeSchedule schedule) {
        var payer = Has("HO") ? 0 : 1;
        foreach (var record in Records.Where(r => r[0] is "HO" or "KO").ToList()) {
            var bit = (Payers)(1 << payer++);
            var lines = All("KA").Where(l => PayerShares.Release202406.PayersOf(l[2])!.Value.HasFlag(bit)).ToList();
            (record[4], record[5]) = ($"{lines.Where(l => IsVisit(schedule, l)).Select(l => l[1]).Distinct().Count()}", $"{lines.Sum(l => int.Parse(l[5]))}");
            if (All("JD").FirstOrDefault(d => d[1] == $"{payer}") is not { } days) continue;
            for (var day = 1; day <= 31; day++) {
                var those = lines.Where(l => l[1].EndsWith($"{day:00}", StringComparison.Ordinal)).ToList();
                days[day + 1] = those.Count == 0 ? "" : those.Exists(l => IsVisit(schedule, l)) ? "1" : "2";
            }
        }
    }

    public string Text(int number) {
        Records[0][1] = $"{number}";
        return string.Join('\n', Records.Select(r => string.Join(',', r)));
    }

    private static bool IsVisit(FeeSchedule schedule, string[] line) =>
        schedule.Find(line[3])?.Conditions?.Family is (>= FeeFamily.Basic1 and <= FeeFamily.Observation4) or FeeFamily.Emergency;
}
