using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Tests.Checks;

public sealed class RuleCatalogTests {
    public static TheoryData<string> Codes => [.. RuleCatalog.All.Select(r => r.Code)];

    [Fact]
    public void The_example_file_has_no_error() =>
        Assert.DoesNotContain(Check("GO"), f => f.IsError);

    [Theory, MemberData(nameof(Codes))]
    public void The_good_example_passes_its_rule(string code) {
        var findings = Check(Rule(code).GoodExample);
        Assert.DoesNotContain(findings, f => f.Code == code);
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_bad_example_is_found_with_place_message_and_fix(string code) {
        var rule = Rule(code);
        var finding = Check(rule.BadExample).FirstOrDefault(f => f.Code == code);
        Assert.NotNull(finding);
        Assert.Equal(rule.Severity, finding.Severity);
        Assert.Equal(rule.Fix, finding.Fix);
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Source);
        if (finding.Verdict == Verdict.Fail) Assert.NotNull(finding.Place.Offset);
    }

    [Fact]
    public void Codes_are_unique_and_every_page_is_written() {
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(r => r.Code).Distinct().Count());
        Assert.All(RuleCatalog.All, r => {
            Assert.Matches("^[A-Z][0-9]{2}[a-z]?$", r.Code);
            Assert.All([r.Title, r.Explanation, r.Fix, r.Source, r.Since, r.GoodExample, r.BadExample], text => Assert.NotEmpty(text));
        });
    }

    /// <summary>A good example that never gets as far as its rule would prove nothing.</summary>
    [Theory, MemberData(nameof(Codes))]
    public void The_good_example_is_looked_at_by_its_rule(string code) {
        var example = Rule(code).GoodExample;
        var check = new ClaimFileCheck(new MemoryStream(ExampleFile.With(example)), new CheckSetup { Context = ExampleContext.Of(example) });
        var claims = check.Run().Count(p => p.Coverage is { } coverage && coverage.Run.Contains(code));
        if (check.Totals.Claims > 0) Assert.True(claims > 0, $"{code} is not run: {string.Join(", ", check.Coverage.Where(c => c.Code == code).SelectMany(c => c.Reasons))}");
    }

    [Fact]
    public void Retired_codes_are_not_used_again() => Assert.Empty(RuleCatalog.All.Select(r => r.Code).Intersect(RuleCatalog.Retired));

    private static Rule Rule(string code) => RuleCatalog.All.Single(r => r.Code == code);

    private static List<Finding> Check(string example) {
        var setup = new CheckSetup { Context = ExampleContext.Of(example) };
        return [.. new ClaimFileCheck(new MemoryStream(ExampleFile.With(example)), setup).Run().SelectMany(p => p.Findings)];
    }
}
