using System.Reflection;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;
using Record = ClaimsCloud.Domain.Records.Record;

namespace ClaimsCloud.Domain.Tests.Claims;

public sealed class TypedRecordTests {
    private static readonly Dictionary<string, Type> Types = new() {
        ["HM"] = typeof(StationRecord), ["RE"] = typeof(CommonRecord), ["HO"] = typeof(InsurerRecord), ["KO"] = typeof(PublicExpenseRecord),
        ["SN"] = typeof(EligibilityRecord), ["JD"] = typeof(VisitDaysRecord), ["MF"] = typeof(CounterPaymentRecord), ["GI"] = typeof(DisasterRecord),
        ["IH"] = typeof(PhysicianRecord), ["HJ"] = typeof(InstructionRecord), ["JS"] = typeof(ConditionRecord), ["SY"] = typeof(DiseaseRecord),
        ["RJ"] = typeof(UserRecord), ["TJ"] = typeof(InformationRecord), ["TZ"] = typeof(SpecialMatterRecord), ["KS"] = typeof(TrainingRecord),
        ["CO"] = typeof(CommentRecord), ["KA"] = typeof(FeeRecord),
    };

    public static TheoryData<string> Ids => [.. Types.Keys];

    [Theory, MemberData(nameof(Ids))]
    public void Every_field_that_may_have_a_value_has_a_property_of_its_name_that_reads_it(string id) {
        var layout = ClaimSpec.Release202406.Record(id)!;
        foreach (var field in layout.Fields.Where(f => f.Position > 1 && f.Content != FieldContent.Reserved && !(id == "JD" && f.English.StartsWith("Day", StringComparison.Ordinal)))) {
            var property = Types[id].GetProperty(field.English);
            Assert.True(property is not null, $"{id} has no property {field.English}");
            Assert.Equal(Expected(field), Shown(property.GetValue(Activator.CreateInstance(Types[id], RecordWith(layout, field)))));
            Assert.Equal("", Shown(property.GetValue(Activator.CreateInstance(Types[id], RecordWith(layout, null)))));
        }
    }

    [Fact]
    public void Days_of_the_month_are_read_by_their_number() {
        var layout = ClaimSpec.Release202406.Record("JD")!;
        for (var day = 1; day <= 31; day++) Assert.Equal("1", new VisitDaysRecord(RecordWith(layout, layout.Field($"Day{day}")!, "1")).Day(day));
    }

    private static string Sample(FieldLayout field) => field.Content switch {
        FieldContent.Date => "20240603",
        FieldContent.Month => "202406",
        FieldContent.Time => "1405",
        FieldContent.CodeList => new string('1', field.CodeWidth) + new string('2', field.CodeWidth),
        _ => "12",
    };

    private static string Expected(FieldLayout field) => field.Content switch {
        FieldContent.Date => new DateOnly(2024, 6, 3).ToString("O"),
        FieldContent.Time => new TimeOnly(14, 5).ToString("O"),
        FieldContent.CodeList => $"{new string('1', field.CodeWidth)}|{new string('2', field.CodeWidth)}",
        _ => Sample(field),
    };

    private static string Shown(object? value) => value switch {
        null => "",
        DateOnly date => date.ToString("O"),
        TimeOnly time => time.ToString("O"),
        IReadOnlyList<string> codes => string.Join('|', codes),
        _ => value.ToString()!,
    };

    private static Record RecordWith(RecordLayout layout, FieldLayout? field, string? value = null) {
        var draft = new RecordDraft(layout);
        if (field is not null) draft.Set(field.English, value ?? Sample(field));
        var bytes = new MemoryStream();
        var writer = new RecordWriter(bytes);
        writer.Write(draft);
        writer.Flush();
        bytes.Position = 0;
        return new RecordReader(bytes).Read()![0];
    }
}
