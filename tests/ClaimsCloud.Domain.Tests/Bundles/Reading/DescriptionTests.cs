using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

public sealed class DescriptionTests {
    public static TheoryData<string> Tables => [.. BundleTables.All.Select(t => t.Name)];

    [Fact]
    public void Every_property_of_the_month_bundle_is_a_table_or_a_column_of_its_first_table() =>
        Assert.Equal(typeof(MonthBundle).GetProperties().Select(p => Camel(p.Name)).Order(),
            BundleTables.All.Skip(1).Select(t => t.Name).Concat(BundleTables.All[0].Columns.Select(c => c.Name)).Order());

    [Theory, MemberData(nameof(Tables))]
    public void Every_property_of_a_row_is_a_column(string table) {
        if (table == "bundle") return;
        var type = typeof(MonthBundle).GetProperty(Pascal(table))!.PropertyType;
        var row = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        Assert.Equal(row.GetProperties().Where(p => p.CanWrite).Select(p => Camel(p.Name)), BundleTables.Find(table)!.Columns.Select(c => c.Name));
    }

    [Theory, MemberData(nameof(Tables))]
    public void A_column_fills_the_property_of_its_name(string table) {
        var filled = new HashSet<string>();
        for (var seed = 0; seed < 25; seed++) {
            var json = AnyBundle.From(seed);
            var bundle = Bundles.Whole(AnyBundle.Bytes(json));
            foreach (var (row, values) in Rows(bundle, table).Zip(Values(json, table)))
                foreach (var (column, value) in values) {
                    filled.Add(column);
                    Assert.Equal((column, Plain(value!)), (column, Plain(row.GetType().GetProperty(Pascal(column), BindingFlags.Instance | BindingFlags.Public)!.GetValue(row)!)));
                }
        }
        Assert.Equal(BundleTables.Find(table)!.Columns.Count, filled.Count);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Every_column_has_a_label_and_every_code_table_has_codes(string table) =>
        Assert.All(BundleTables.Find(table)!.Columns, column => {
            Assert.NotEmpty(column.Japanese);
            Assert.Equal(column.Type == ColumnType.Code, column.Codes.Any());
            Assert.Equal(column.Type == ColumnType.Word, column.Words.Count > 0);
            Assert.Equal(column.IsReference, BundleTables.Find(column.Target) is not null);
        });

    [Fact]
    public void The_schema_in_the_repository_is_the_generated_one() =>
        Assert.Equal(Committed("month-bundle.schema.json"), Encoding.UTF8.GetString(Bundles.Bytes(BundleSchema.Write)) + "\n");

    [Fact]
    public void The_page_in_the_repository_is_the_generated_one() =>
        Assert.Equal(Committed("month-bundle.md"), BundlePage.Text());

    private static string Committed(string name) {
        using var reader = new StreamReader(typeof(DescriptionTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<object> Rows(MonthBundle bundle, string table) =>
        table == "bundle" ? [bundle] : typeof(MonthBundle).GetProperty(Pascal(table))!.GetValue(bundle) is var value && value is IEnumerable rows ? rows.Cast<object>() : [value!];

    private static IEnumerable<JsonObject> Values(JsonObject json, string table) =>
        json[table] is JsonArray rows ? rows.Select(r => r!.AsObject()) : [json[table]!.AsObject()];

    private static string Plain(JsonNode value) => value is JsonArray list ? string.Join(';', list.Select(v => v!.ToString())) : value.ToString();

    private static string Plain(object value) => value switch {
        string text => text,
        bool yes => yes ? "true" : "false",
        Enum word => Camel(word.ToString()),
        ServiceMonth month => $"{month.Year}-{month.Month:00}",
        IFormattable plain => plain.ToString(value switch { DateOnly => "yyyy-MM-dd", TimeOnly => "HH:mm", _ => null }, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(';', list.Cast<object>().Select(Plain)),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
