using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>
/// Reads the official 訪問看護療養費マスター (five CSV tables in code page 932) of the layouts of 2024 and 2026, which differ only in columns that are not used
/// (旧金額) or were empty before (記号⑩). Files may have any name and order.
/// </summary>
public static class OfficialMaster {
    private const int YearsBetweenRevisions = 2;

    /// <param name="from">First service month the master is to hold for; null for the beginning of the known generation that its latest 変更年月日 falls into.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is later than 9997.</exception>
    public static MasterReading Read(IEnumerable<MasterFile> files, ServiceMonth? from) {
        ArgumentNullException.ThrowIfNull(files);
        var findings = new List<Finding>();
        var tables = new MasterTables(files.OrderBy(f => f.Name, StringComparer.Ordinal), findings);
        if (findings.Exists(f => f.IsError)) return new(null, findings);
        var latest = Latest(tables);
        if ((from ?? Generation(latest)?.First) is not { } first) {
            findings.Add(MasterFindings.GenerationUnknown(latest));
            return new(null, findings);
        }
        var schedule = Build(tables, first, findings);
        return new(schedule, [.. findings.Distinct()]);
    }

    private static FeeSchedule? Build(MasterTables tables, ServiceMonth first, List<Finding> findings) {
        var known = Generation(first.FirstDay);
        var last = known?.Last ?? ServiceMonth.Of(first.Year + YearsBetweenRevisions, first.Month).Plus(-1);
        var conditions = (known ?? FeeSchedules.BuiltIn.All.Last()).Fees.ToDictionary(f => f.Code, f => f.Conditions);
        var parts = new MasterParts(tables, first.FirstDay, findings);
        var fees = MasterFees.Read(tables[MasterTableKind.Fees], parts, conditions, findings);
        // A table that cannot be read would only bring up codes that are missing in it.
        if (!findings.Exists(f => f.IsError)) parts.Check(fees);
        if (findings.Exists(f => f.IsError)) return null;
        var codes = fees.Select(f => f.Code).ToHashSet();
        var abolished = known?.Abolished.Where(a => !codes.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value) ?? [];
        return new($"{first.Year:0000}-{first.Month:00}", first, last, fees, parts.AddOns, _ => parts.Exclusions, abolished);
    }

    private static FeeSchedule? Generation(DateOnly day) => FeeSchedules.BuiltIn.For(ServiceMonth.Of(day.Year, day.Month));

    private static DateOnly Latest(MasterTables tables) => tables[MasterTableKind.Fees].Select(r => r.Date(71, "変更年月日")).DefaultIfEmpty(DateOnly.MinValue).Max();
}
