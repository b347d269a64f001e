using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.CareClaims;

public sealed class CareCodeTests {
    [Fact]
    public void The_formula_gives_the_units_of_every_official_base_code() {
        var rows = File.ReadAllLines(Path.Combine(CareRecordTests.Reference(), "kaigo", "kaigo_service_codes_13_63.csv")).Skip(1).Select(l => l.Split(',')).Where(r => CareVisitCode.Parse(r[2]) is not null).ToList();
        Assert.Equal(1068, rows.Count);
        Assert.All(rows, r => Assert.Equal(int.Parse(r[3]), CareVisitCode.Parse(r[2])!.Value.Units()));
        var codes = CareServiceCodes.BuiltIn.Where(c => c.Visit is not null).ToDictionary(c => c.Item);
        Assert.Equal(1068, codes.Count);
        Assert.All(rows, r => Assert.Equal((r[2], int.Parse(r[3])), (codes[r[1]].Name, codes[r[1]].Units!.Value)));
    }

    [Theory]
    [InlineData("訪看Ⅰ１", 314)]
    [InlineData("訪看Ⅰ２・准・虐防・業未・夜・複１１", 772)]
    [InlineData("訪看Ⅰ４・准・業未・深・長", 1806)]
    [InlineData("訪看Ⅰ５・２超・虐防・業未・深", 389)]
    [InlineData("訪看Ⅱ４・准・業未・深・複１２・長", 1830)]
    public void A_few_of_them_by_name(string name, int units) => Assert.Equal(units, CareVisitCode.Parse(name)!.Value.Units());

    [Theory]
    [InlineData("緊急時訪問看護加算Ⅱ１")]
    [InlineData("訪看Ⅰ６")]
    [InlineData("訪看Ⅰ１・夏")]
    [InlineData("定期巡回訪看")]
    [InlineData("")]
    public void Another_name_is_no_visit(string name) => Assert.Null(CareVisitCode.Parse(name));

    [Fact]
    public void A_code_holds_in_its_months() {
        var codes = new CareServiceCodes(ServiceMonth.Of(2025, 3), []);
        Assert.Equal("A075", codes.Find("13", "A075")!.Item);
        Assert.False(codes.Find("13", "A075")!.Holds(codes.Month));
        Assert.Null(codes.Find("13", CareVisitCode.Parse("訪看Ⅰ３・業未・深")!.Value));
        Assert.Equal("A075", new CareServiceCodes(ServiceMonth.Of(2025, 4), []).Find("13", CareVisitCode.Parse("訪看Ⅰ３・業未・深")!.Value)!.Item);
    }

    [Fact]
    public void An_imported_row_stands_before_the_one_of_the_product() {
        var imported = CareScene.Import("13,3100,緊急時訪問看護加算Ⅱ１,580,,month,202504,202603\n63,Z003,予訪看Ⅰ３,794,,visit,202406,");
        Assert.Equal(580, new CareServiceCodes(ServiceMonth.Of(2025, 4), imported).Find("13", CareAddition.EmergencyTwo)!.Units);
        Assert.Equal("Z003", new CareServiceCodes(ServiceMonth.Of(2025, 4), imported).Find("63", CareVisitCode.Parse("訪看Ⅰ３")!.Value)!.Item);
    }

    [Theory]
    [InlineData("13,121,訪看Ⅰ３,823,,visit,202406,", "CT02")]
    [InlineData("13,121a,訪看Ⅰ３,823,,visit,202406,", "CT02")]
    [InlineData("14,1211,訪看Ⅰ３,823,,visit,202406,", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,823,10,visit,202406,", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,,,visit,202406,", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,823,,week,202406,", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,823,,visit,202413,", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,823", "CT02")]
    [InlineData("13,1211,訪看Ⅰ３,823,,visit,202406,\n13,1211,訪看Ⅰ３,823,,visit,202406,", "CT03")]
    [InlineData("13,1211,\"訪看Ⅰ３,823,,visit,202406,", "CT01")]
    public void A_table_with_a_wrong_row_is_not_taken_at_all(string rows, string code) {
        var reading = CareCodeImport.Read(CareScene.Table(rows));
        Assert.Null(reading.Codes);
        Assert.Contains(reading.Findings, f => f.Code == code && f.Severity == Severity.FileRefused);
    }

    [Fact]
    public void Units_that_differ_from_the_formula_are_asked_about() =>
        Assert.Equal(["CT04"], CareCodeImport.Read(CareScene.Table("13,1561,訪看Ⅰ３,824,,visit,202406,")).Findings.Select(f => f.Code));

    [Fact]
    public void Bytes_that_are_no_table_are_refused() {
        Assert.Equal(["CT01"], CareCodeImport.Read(new MemoryStream([0xFF, 0xFE, 0x00])).Findings.Select(f => f.Code));
        Assert.Equal(["CT01"], CareCodeImport.Read(new MemoryStream()).Findings.Select(f => f.Code));
        Assert.Equal(["CT01"], CareCodeImport.Read(new MemoryStream("type,item\n13,1211\n"u8.ToArray())).Findings.Select(f => f.Code));
    }
}
