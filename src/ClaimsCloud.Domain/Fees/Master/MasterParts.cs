using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>The tables beside 基本: add-ons, limits, exclusions, standards. Rows that ended before the first day do not count.</summary>
internal sealed class MasterParts {
    private readonly DateOnly _first;
    private readonly List<Finding> _findings;
    private readonly ILookup<string, FeeLimit> _limits;
    private readonly ILookup<string, string> _standards;
    private readonly HashSet<string> _groups;
    private readonly HashSet<string> _addOnCodes;
    private readonly List<(MasterRow Row, string Code, DateOnly From)> _mentioned = [];

    public MasterParts(MasterTables tables, DateOnly first, List<Finding> findings) {
        (_first, _findings) = (first, findings);
        AddOns = [.. Rows(tables, MasterTableKind.AddOns, 6).Select(r => (r.Row.Kept(2, "グループ番号"), new AddOn(r.Code, r.Row.Digits(5, "加算識別", 2), Certainty.Official)))];
        _limits = Rows(tables, MasterTableKind.Limits, 8).ToLookup(r => r.Code, r => new FeeLimit(Unit(r.Row), r.Row.Number(6, "上限回数", 999)));
        Exclusions = [.. Rows(tables, MasterTableKind.Exclusions, 9).Select(r => (r.Code, Exclusion(r.Row)))];
        _standards = Rows(tables, MasterTableKind.Facilities, 7).ToLookup(r => r.Row.Kept(2, "グループ番号"), r => Standard(r.Row));
        _groups = [.. AddOns.Select(a => a.Group)];
        _addOnCodes = [.. AddOns.Select(a => a.AddOn.Code)];
    }

    public IReadOnlyList<(string Group, AddOn AddOn)> AddOns { get; }

    public IReadOnlyList<(string Code, FeeExclusion Exclusion)> Exclusions { get; }

    public bool IsAddOn(string code) => _addOnCodes.Contains(code);

    public bool HasAddOns(string group) => _groups.Contains(group);

    public bool HasStandards(string group) => _standards.Contains(group);

    /// <summary>A limit of 0 is none.</summary>
    public IReadOnlyList<FeeLimit> Limits(string code) => [.. _limits[code].Where(l => l.Max > 0)];

    public IReadOnlyList<string> Standards(string? group) => group is null ? [] : [.. _standards[group]];

    /// <summary>Every code of these tables must be one of 基本; a row that begins after its code cannot be kept apart by day.</summary>
    public void Check(IReadOnlyList<Fee> fees) {
        var begins = fees.GroupBy(f => f.Code).ToDictionary(g => g.Key, g => g.First().ValidFrom);
        foreach (var (row, code, from) in _mentioned) {
            if (!begins.TryGetValue(code, out var begin)) _findings.Add(MasterFindings.CodeUnknown(row.File, row.Line, code));
            else if (from > begin && from > _first) _findings.Add(MasterFindings.BeginsLater(row.File, row.Line, code));
        }
    }

    /// <summary>The rows that still hold on the first day or later; 変更年月日 and 廃止年月日 stand side by side.</summary>
    private IEnumerable<(MasterRow Row, string Code)> Rows(MasterTables tables, MasterTableKind kind, int datesAt) {
        foreach (var row in tables[kind]) {
            var code = row.Digits(kind.CodeAt(), "訪問看護療養費コード", 9);
            var from = row.Date(datesAt, "変更年月日");
            if (row.Date(datesAt + 1, "廃止年月日") < _first) continue;
            _mentioned.Add((row, code, from));
            yield return (row, code);
        }
    }

    private static LimitUnit Unit(MasterRow row) => row.Choice(4, "算定単位", ("121", LimitUnit.Day), ("138", LimitUnit.Week), ("131", LimitUnit.Month),
        ("135", LimitUnit.First), ("133", LimitUnit.Admission), ("53", LimitUnit.Patient), ("053", LimitUnit.Patient));

    private FeeExclusion Exclusion(MasterRow row) {
        var other = row.Digits(5, "訪問看護療養費コード②", 9);
        _mentioned.Add((row, other, DateOnly.MinValue));
        return new(other,
            row.Choice(4, "背反区分", ("0", ExclusionEffect.OtherFalls), ("1", ExclusionEffect.OtherStands), ("2", ExclusionEffect.OneOfBoth)),
            row.Choice(7, "背反単位", ("1", ExclusionUnit.Day), ("2", ExclusionUnit.Month), ("3", ExclusionUnit.SameTime), ("4", ExclusionUnit.Week)),
            row.Choice(8, "特例条件", ("0", ExclusionCondition.Always), ("1", ExclusionCondition.OutsideTable)), Certainty.Official);
    }

    private static string Standard(MasterRow row) => row.Number(5, "施設基準コード", 9999).ToString();
}
