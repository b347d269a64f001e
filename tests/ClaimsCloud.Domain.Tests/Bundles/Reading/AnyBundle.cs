using System.Text;
using System.Text.Json.Nodes;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

/// <summary>Month bundles from a seed, as JSON: every table, every column, every kind of value that the description allows, and nothing that a rule would find.</summary>
internal sealed class AnyBundle {
    private const string FullWidth = "あ漢アー〜−―￥（Ａ９々〇";
    private const string HalfWidth = "AZaz09-()./ｱﾝ";
    private const string Anything = "a,\";'\n 　髙①é語=+@";
    private static readonly string[] Patients = ["P1", "P2", "利用者 3"];
    private readonly Random _random;
    private readonly JsonObject _bundle = [];
    private string _patient = "";

    private AnyBundle(int seed) => _random = new(seed);

    public static JsonObject From(int seed) {
        var any = new AnyBundle(seed);
        // Rows refer to rows of tables before their own, but for the public expenses of a visit, which come before visits as well.
        foreach (var table in BundleTables.All) any._bundle[table.Name] = any.Table(table);
        return any._bundle;
    }

    public static byte[] Bytes(JsonNode bundle) => Encoding.UTF8.GetBytes(bundle.ToJsonString());

    private JsonNode Table(BundleTable table) {
        if (table.Rows == TableRows.One) return Row(table, 1);
        if (table.IsPatients) return new JsonArray([.. Patients.Select((key, i) => { var row = Row(table, i); row["key"] = key; return row; })]);
        var rows = new JsonArray();
        foreach (var patient in table.OfPatients ? Patients : [""]) {
            _patient = patient;
            var most = table.OnePeriodAtATime || table.Name == "publicExpenses" ? 1 : 3;
            for (var i = _random.Next(table.Rows == TableRows.Any ? 1 : 0, most + 1); i > 0; i--) rows.Add(Row(table, rows.Count));
        }
        return rows;
    }

    private JsonObject Row(BundleTable table, int number) {
        var row = new JsonObject();
        foreach (var column in table.Columns)
            if (column.Type == ColumnType.Key) row[column.Name] = $"{table.Name}/{number}";
            else if ((column.Required || _random.Next(2) == 0) && Value(table, column) is { } value) row[column.Name] = value;
        // A visit over midnight: it must not take more than a day.
        if (row["endDate"] is not null) (row["date"], row["start"], row["endDate"], row["end"]) = ("2024-10-09", "22:10", "2024-10-10", "01:05");
        return row;
    }

    private JsonNode? Value(BundleTable table, BundleColumn column) => column.Type switch {
        ColumnType.Reference => column.Target == "patients" ? _patient : AnyKey(column),
        ColumnType.References => AnyKey(column) is { } key ? new JsonArray(key) : null,
        ColumnType.Date => Date(table, column),
        ColumnType.Dates => new JsonArray(Date(2024, 10), Date(2024, 10)),
        ColumnType.Month => table.Name != "bundle" ? "2023-04" : column.Name == "month" ? "2024-10" : "2024-12",
        ColumnType.Time => $"{_random.Next(12) + (column.Name == "end" ? 12 : 0):00}:{_random.Next(60):00}",
        ColumnType.Number => _random.Next(column.Min, Math.Min(column.Max, 30_000) + 1),
        ColumnType.YesNo => _random.Next(2) == 0,
        ColumnType.Word => column.Words[_random.Next(column.Words.Count)].Name,
        ColumnType.Code => Pick([.. column.Codes.Select(c => c.Value)]),
        ColumnType.Digits => Digits(column),
        ColumnType.DigitsList => new JsonArray(Digits(column), Digits(column)),
        ColumnType.Name => _random.Next(2) == 0 ? $"{Text(FullWidth, 8)}　{Text(FullWidth, 8)}" : "ANNA LEE",
        ColumnType.Katakana => Text("アンヴーヶ", 10),
        ColumnType.FullWidth => Text(FullWidth, Math.Min(30, column.MaxBytes / 2)),
        ColumnType.EitherWidth => _random.Next(2) == 0 ? Text(FullWidth, Math.Min(7, column.MaxBytes / 2)) : Text(HalfWidth, Math.Min(15, column.MaxBytes)),
        _ => Text(Anything, 30),
    };

    private JsonNode Date(BundleTable table, BundleColumn column) => (table.Name, column.Name, column.Start) switch {
        (_, _, { Length: > 0 }) => Date(2025, 1),
        ("visits", "date", _) => Date(2024, 10),
        _ => Date(2024, 9),
    };

    private JsonNode Date(int year, int month) => $"{year}-{month:00}-{_random.Next(1, 29):00}";

    private string Digits(BundleColumn column) => Text("0123456789", 1, column.Lengths[_random.Next(column.Lengths.Count)]);

    /// <summary>A key of the target table, of the station or of the same patient.</summary>
    private JsonNode? AnyKey(BundleColumn column) {
        string[] keys = [.. _bundle[column.Target]!.AsArray().Where(r => r!["patient"] is not { } owner || owner.GetValue<string>() == _patient).Select(r => r!["key"]!.GetValue<string>())];
        return keys.Length == 0 ? null : Pick(keys);
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];

    private string Text(string alphabet, int most) => Text(alphabet, 1, _random.Next(1, most + 1));

    private string Text(string alphabet, int least, int length) =>
        string.Concat(Enumerable.Range(0, Math.Max(least, length)).Select(_ => alphabet[_random.Next(alphabet.Length)]));
}
