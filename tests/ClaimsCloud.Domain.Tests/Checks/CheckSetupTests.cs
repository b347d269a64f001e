using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Checks;

public sealed class CheckSetupTests {
    /// <summary>Two fee lines with a wrong amount, in the claim of chart P1.</summary>
    private static readonly byte[] File = UkeText.Bytes("""
        HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,
        RE,1,6112,202406,看護　花子,,2,19600105,,,,,,P1,
        HO,06132013,,12345678,2,11000,,,,,,
        IH,13,1,1234567,ひかり病院,看護　太郎,20240620
        HJ,01,20240601,20241130
        JS,安定している。,03,,,
        SY,8830417,,,
        RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,
        KA,20240603,1,510000110,,5500,03,01,01
        KA,20240610,1,510000110,,5500,03,01,01
        GO
        ␚
        """.Replace("\r", "", StringComparison.Ordinal));

    [Theory, InlineData(RuleSwitch.All, 2), InlineData(RuleSwitch.First, 1), InlineData(RuleSwitch.Off, 0)]
    public void A_station_hears_all_the_first_or_nothing_of_a_rule(RuleSwitch wanted, int expected) {
        var parts = Check(new() { Switches = new(new Dictionary<string, RuleSwitch> { ["M02a"] = wanted }) });
        Assert.Equal(expected, parts.SelectMany(p => p.Findings).Count(f => f.Code == "M02a"));
        Assert.Equal(wanted == RuleSwitch.Off, parts.Single(p => p.Claim is not null).Coverage!.NotRun.Any(n => n.Code == "M02a"));
    }

    [Fact]
    public void A_finding_that_a_person_took_on_herself_is_no_error_until_it_ends() {
        var taken = new FindingOverride("M02a", "P1", "田中", "監査で確認済み", ServiceMonth.Of(2024, 6));
        var findings = Check(new() { Overrides = new([taken]) }).SelectMany(p => p.Findings).Where(f => f.Code == "M02a").ToList();
        Assert.All(findings, f => Assert.Equal((Verdict.Overridden, taken, false), (f.Verdict, f.Override, f.IsError)));
        var ended = new FindingOverrides([taken with { Until = ServiceMonth.Of(2024, 5) }]);
        Assert.All(Check(new() { Overrides = ended }).SelectMany(p => p.Findings).Where(f => f.Code == "M02a"), f => Assert.True(f.IsError));
        var other = new FindingOverrides([taken with { ChartNumber = "P2" }]);
        Assert.All(Check(new() { Overrides = other }).SelectMany(p => p.Findings).Where(f => f.Code == "M02a"), f => Assert.True(f.IsError));
    }

    [Fact]
    public void What_the_payers_machine_refuses_cannot_be_overridden() {
        var finding = new Finding("F03b", Severity.ClaimRefused, Verdict.Fail, Place.WholeFile, "", "", "");
        Assert.Same(finding, new FindingOverrides([new("F03b", "P1", "田中", "", ServiceMonth.Of(2030, 1))]).Apply(finding, "P1", ServiceMonth.Of(2024, 6)));
    }

    [Fact]
    public void Every_rule_about_fees_takes_the_imported_tables_also_one_that_looks_at_the_whole_file() {
        var imported = FeePack.Read(new MemoryStream(FeePacks.For(ServiceMonth.Of(2028, 6), ServiceMonth.Of(2028, 7))), "fees-2028-06.zip").Schedule!;
        var file = UkeText.Bytes(RuleCatalog.All.Single(r => r.Code == "M08b").BadExample.Replace("2024", "2028", StringComparison.Ordinal));
        bool Finds(FeeSchedules schedules) => new ClaimFileCheck(new MemoryStream(file), new() { Context = new() { Schedules = schedules } }).Run().Any(p => p.Findings.Any(f => f.Code == "M08b"));
        Assert.Equal((false, true), (Finds(FeeSchedules.BuiltIn), Finds(new([imported]))));
    }

    [Fact]
    public void A_fee_that_only_an_imported_table_has_is_not_checked_by_what_it_is_for() {
        var imported = FeePack.Read(new MemoryStream(FeePacks.With("510000110", "basic-1,,nurse,,,1-3,", ",,,,,,")), "fees-2024-06.zip").Schedule!;
        var claim = Assert.Single(Check(new() { Context = new() { Schedules = new([imported]) } }), p => p.Claim is not null);
        Assert.Contains(claim.Coverage!.Partly, n => n.Code == "M01a");
        Assert.DoesNotContain(Check(CheckSetup.Plain), p => p.Coverage?.Partly.Any(n => n.Code == "M01a") == true);
    }

    [Fact]
    public void A_stations_own_rule_fires_where_all_its_conditions_hold() {
        var own = new OwnRule("Z01", Severity.Query, "10日以降の訪問があります", "確かめてください。", "KA",
            [new("KA", "ServiceDate", Comparison.IsGreater, "20240609"), new("RE", "ClaimType", Comparison.StartsWith, "61"), new("RJ", "EndDate", Comparison.IsEmpty)]);
        Assert.Empty(own.Problems());
        var found = Assert.Single(Check(new() { OwnRules = [own] }).SelectMany(p => p.Findings), f => f.Code == "Z01");
        Assert.Equal((10, "算定年月日", Severity.Query), (found.Place.Line, found.Place.Field, found.Severity));
    }

    [Theory]
    [InlineData("F01", "KA", "ServiceDate", Severity.Query), InlineData("Z01", "HM", "ServiceDate", Severity.Query)]
    [InlineData("Z01", "KA", "No", Severity.Query), InlineData("Z01", "KA", "ServiceDate", Severity.ClaimRefused)]
    public void An_own_rule_says_what_is_wrong_with_itself(string code, string record, string field, Severity severity) {
        var own = new OwnRule(code, severity, "見出し", "直し方", record, [new("KA", field, Comparison.IsFilled)]);
        Assert.NotEmpty(own.Problems());
        Assert.Throws<ArgumentException>(() => Check(new() { OwnRules = [own] }));
    }

    private static List<CheckedPart> Check(CheckSetup setup) => [.. new ClaimFileCheck(new MemoryStream(File), setup).Run()];
}
