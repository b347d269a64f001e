using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Tests.Checks;

public sealed class RuleCatalogTests {
    public static TheoryData<string> Codes => [.. RuleCatalog.All.Select(r => r.Code)];

    [Fact]
    public void The_example_file_has_no_error() =>
        Assert.DoesNotContain(Check(ExampleFile.Valid), f => f.IsError);

    [Theory, MemberData(nameof(Codes))]
    public void The_good_example_passes_its_rule(string code) {
        var findings = Check(ExampleFile.With(Rule(code).GoodExample));
        Assert.DoesNotContain(findings, f => f.Code == code);
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_bad_example_is_found_with_place_message_and_fix(string code) {
        var rule = Rule(code);
        var finding = Check(ExampleFile.With(rule.BadExample)).FirstOrDefault(f => f.Code == code);
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

    private static Rule Rule(string code) => RuleCatalog.All.Single(r => r.Code == code);

    private static List<Finding> Check(byte[] file) => [.. new ClaimFileCheck(new MemoryStream(file)).Run().SelectMany(p => p.Findings)];
}
