using System.Text;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

public sealed class CsvTests {
    private static CsvFiles Files => CsvFiles.Of(Bundles.Small());
    private static string Expected => Bundles.Everything(Bundles.Small());

    [Fact]
    public void Files_without_a_byte_order_mark_are_the_same() => Same(Files.Encoded(Encoding.UTF8.GetBytes));

    [Fact]
    public void Files_in_Shift_JIS_are_the_same() => Same(Files.Encoded(ShiftJis));

    [Fact]
    public void Files_with_other_line_ends_and_no_last_one_are_the_same() =>
        Same(Files.Encoded(text => Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n'))));

    [Fact]
    public void A_spreadsheets_dates_times_and_truths_are_the_same() => Same(Files
        .Replace("visits.csv", "2024-10-09,14:00", "2024/10/9,14:00:00").Replace("visits.csv", "2024-10-01,09:30", "2024/10/01,9:30")
        .Replace("bundle.csv", "2024-10,2024-11,2024-09-29", "202410,2024/11,2024/9/29")
        .Replace("careInsurances.csv", ",true,", ",TRUE,FALSE").Replace("visits.csv", ",true,", ",1,"));

    [Fact]
    public void Quoted_cells_empty_lines_and_columns_without_a_name_are_the_same() => Same(Files
        .Replace("staff.csv", "N1,", "\"N1\",").Replace("staff.csv", "key,name,licence,office,employedFrom,employedUntil,psychiatricFrom", "key,name,licence,office,employedFrom,employedUntil,psychiatricFrom,,")
        .With("trainings.csv", Encoding.UTF8.GetBytes("completedOn,field, key ,staff\r\n,,,\r\n2022/3/31,palliative, TR1 ,N1\r\n,,,\r\n")).Encoded(text => Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_table_without_rows_may_be_left_out() =>
        Assert.Empty(Bundles.Whole(Files.Without("trainings.csv").Zip()).Trainings);

    [Fact]
    public void A_column_that_is_not_required_may_be_left_out() =>
        Assert.Null(Bundles.Whole(Files.With("buildings.csv", Encoding.UTF8.GetBytes("key,name\nB1,けやき\n")).Zip()).Buildings[0].Site);

    [Fact]
    public void Windows_only_characters_are_read_and_named_where_they_may_not_stand() {
        var reading = Bundles.Read(Files.Replace("patients.csv", ",高橋　みどり,", ",髙橋　みどり,").Encoded(ShiftJis).Zip());
        Assert.Contains(reading.Findings, f => f.Code == "BU16" && f.Place is { Table: "patients", Key: "P1", Field: "name", Line: 2 });
        Assert.Equal(["P1"], reading.RefusedPatients);
    }

    [Fact]
    public void A_character_without_a_code_point_refuses_only_its_patient() {
        var files = Files;
        var bytes = ShiftJis(files.Text("patients.csv"));
        byte[] name = ShiftJis("西尾");
        bytes.AsSpan()[bytes.AsSpan().IndexOf(name)..][0] = 0xF0;
        bytes.AsSpan()[(bytes.AsSpan().IndexOf([(byte)0xF0, name[1]]) + 1)..][0] = 0x40;
        var reading = Bundles.Read(files.With("patients.csv", bytes).Zip());
        Assert.Equal(["P2"], reading.RefusedPatients);
        Assert.Contains(reading.Findings, f => f.Code == "BU16" && f.Place.Key == "P2");
    }

    [Fact]
    public void Full_width_hyphens_and_waves_of_Windows_are_the_same_character() =>
        Assert.Equal("東京都みなと市若葉４−５", Bundles.Whole(Files.Replace("residences.csv", "４−５", "４－５").Zip()).Residences[0].Address);

    [Theory]
    [InlineData("BU05", "patient,date", "date,date"), InlineData("BU06", "patient,date", ",date"), InlineData("BU04", "patient,date", "patientX,date"), InlineData("BU08", "V02,", "\"V02,"),
     InlineData("BU08", "V02,", "\"V0\"2,"), InlineData("BU08", "V02,P1,2024-10-01,09:30,10:30,,,,N1,,,,,,,,,", "V02,P1,2024-10-01"), InlineData("BU08", "次は薬を確認する。\"", "次は薬を確認する。\",extra")]
    public void A_file_of_the_wrong_shape_is_refused_with_its_line(string code, string text, string by) {
        var reading = Bundles.Read(Files.Replace("visits.csv", text, by).Zip());
        Assert.Null(reading.Bundle);
        Assert.Contains(reading.Findings, f => f.Code == code && f.Place is { Table: "visits", Line: > 0 });
    }

    [Theory, InlineData("visits.csv"), InlineData("bundle.csv"), InlineData("station.csv"), InlineData("patients.csv")]
    public void A_file_that_must_be_there_is_missed(string name) =>
        Assert.Contains(Bundles.Read(Files.Without(name).Zip()).Findings, f => f.Code == "BU06" && f.Place.Table + ".csv" == name);

    [Fact]
    public void Neither_UTF_8_nor_Shift_JIS_is_refused_with_its_line() =>
        Assert.Contains(Bundles.Read(Files.With("staff.csv", [.. "key\n"u8, 0xFF, 0xFE, (byte)'\n']).Zip()).Findings, f => f.Code == "BU07" && f.Place is { Table: "staff", Line: 2 });

    [Fact]
    public void The_line_of_a_row_counts_the_lines_inside_its_cells() {
        var reading = Bundles.Read(Files.Replace("visits.csv", "V16,P3,2024-10-11", "V16,P3,2024-13-11").Zip());
        Assert.Equal(18, Assert.Single(reading.Findings, f => f.Code == "BU12").Place.Line);
    }

    [Fact]
    public void The_template_asks_only_for_rows() {
        var reading = Bundles.Read(Bundles.Bytes(BundleWriter.WriteTemplate));
        Assert.Null(reading.Bundle);
        Assert.Equal(["bundle", "station"], reading.Findings.Select(f => f.Place.Table));
        Assert.All(reading.Findings, f => Assert.Equal("BU08", f.Code));
    }

    /// <summary>As Windows saves it; <see cref="UkeText"/> makes CR LF of every line feed.</summary>
    private static byte[] ShiftJis(string text) => UkeText.Bytes(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    private static void Same(CsvFiles files) => Assert.Equal(Expected, Bundles.Everything(Bundles.Whole(files.Zip())));
}
