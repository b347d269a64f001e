using System.Collections.Frozen;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Codes;

/// <summary>A service-code table, seen from one month. What a table does not have is never made up.</summary>
public sealed class CareServiceCodes {
    private static readonly (CareAddition Addition, bool Limited, string[] Names)[] Additions =
        [.. DataFile.Rows("kaigo/2024-04/additions.csv").Select(r => (Words.Read<CareAddition>(r["addition"]), r["limited"] == "yes", Words.Split(r["names"])))];

    private static readonly FrozenDictionary<string, CareAddition> ByName = Additions.SelectMany(a => a.Names.Select(n => (Name: n, a.Addition))).ToFrozenDictionary(n => n.Name, n => n.Addition);
    private static readonly FrozenDictionary<CareAddition, bool> Limited = Additions.ToFrozenDictionary(a => a.Addition, a => a.Limited);

    /// <summary>The codes that the product carries: the base visits of 13, and the additions that are known.</summary>
    public static IReadOnlyList<CareServiceCode> BuiltIn { get; } = [.. DataFile.Rows("kaigo/2024-04/service-codes.csv").Select(Row)];

    private readonly FrozenDictionary<(string Type, string Item), CareServiceCode> _codes;
    private readonly FrozenDictionary<(string Type, CareVisitCode), CareServiceCode> _visits;
    private readonly FrozenDictionary<(string Type, CareAddition), CareServiceCode> _additions;

    /// <param name="imported">Rows that stand before those of the same code in the built-in table.</param>
    public CareServiceCodes(ServiceMonth month, IEnumerable<CareServiceCode> imported) {
        var codes = new Dictionary<(string, string), CareServiceCode>();
        foreach (var code in BuiltIn.Concat(imported)) codes[(code.Type, code.Item)] = code;
        Month = month;
        _codes = codes.ToFrozenDictionary();
        // Of two codes with one meaning the later row wins: an imported code replaces the built-in one under another number.
        var valid = BuiltIn.Concat(imported).Where(c => codes[(c.Type, c.Item)] == c && c.Holds(month)).ToList();
        _visits = valid.Where(c => c.Visit is not null).GroupBy(c => (c.Type, c.Visit!.Value)).ToFrozenDictionary(g => g.Key, g => g.Last());
        _additions = valid.Where(c => c.Addition is not null).GroupBy(c => (c.Type, c.Addition!.Value)).ToFrozenDictionary(g => g.Key, g => g.Last());
    }

    public ServiceMonth Month { get; }

    /// <summary>The code, whether it holds in <see cref="Month"/> or not; null when the table does not have it.</summary>
    public CareServiceCode? Find(string type, string item) => _codes.GetValueOrDefault((type, item));

    public CareServiceCode? Find(string type, CareVisitCode visit) => _visits.GetValueOrDefault((type, visit));

    public CareServiceCode? Find(string type, CareAddition addition) => _additions.GetValueOrDefault((type, addition));

    /// <summary>The code of an official name that holds in <see cref="Month"/>; null when the table does not have it.</summary>
    public CareServiceCode? Named(string type, string name) => _codes.Values.FirstOrDefault(c => c.Type == type && c.Name == name && c.Holds(Month));

    /// <summary>True when the units count in 区分支給限度額; null for a code whose meaning is not known.</summary>
    public static bool? IsLimited(CareServiceCode code) {
        ArgumentNullException.ThrowIfNull(code);
        return code.Visit is not null ? true : code.Addition is { } addition ? Limited[addition] : null;
    }

    internal static CareAddition? AdditionNamed(string name) => ByName.TryGetValue(name, out var addition) ? addition : null;

    /// <summary>The addition of a word of <c>additions.csv</c>, or null.</summary>
    internal static CareAddition? AdditionWord(string word) {
        foreach (var known in Additions)
            if (Words.Write(known.Addition) == word) return known.Addition;
        return null;
    }

    /// <summary>A row of the table; base visits of 13 have no units of their own there.</summary>
    private static CareServiceCode Row(DataRow row) => new(row["type"], row["item"], row["name"],
        row.OptionalNumber("units") ?? (row["rate"].Length == 0 ? CareVisitCode.Parse(row["name"])!.Value.Units() : null), row.OptionalNumber("rate"),
        Words.Read<CareBasis>(row["basis"]), MonthOf(row["from"])!.Value, MonthOf(row["until"]), Words.Read<Certainty>(row["certainty"]), null);

    private static ServiceMonth? MonthOf(string text) => text.Length == 0 ? null : ServiceMonth.Of(int.Parse(text[..4]), int.Parse(text[4..]));
}
