using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Checks;

public sealed class CoverageTests {
    private static readonly byte[] File = UkeText.Sample("demo-station-a");

    [Fact]
    public void Every_rule_of_the_month_is_run_or_named_with_its_reason() {
        var parts = new ClaimFileCheck(new MemoryStream(File)).Run().Where(p => p.Claim is not null).ToList();
        var later = RuleCatalog.All.Where(r => r.Since == "2026-06").Select(r => r.Code);
        Assert.All(parts, part => {
            Assert.Equal(RuleCatalog.All.Select(r => r.Code).Except(later).Order(StringComparer.Ordinal), part.Coverage!.Run.Concat(part.Coverage.NotRun.Select(n => n.Code)).Order(StringComparer.Ordinal));
            Assert.All(part.Coverage.NotRun.Concat(part.Coverage.Partly), n => Assert.NotEmpty(n.Reason));
        });
        Assert.Contains(parts[0].Coverage!.NotRun, n => n.Code == "R08a" && n.Reason.Contains("訪問の記録", StringComparison.Ordinal));
    }

    [Fact]
    public void A_foreign_file_gets_one_finding_for_all_that_was_not_checked() {
        var check = new ClaimFileCheck(new MemoryStream(File));
        var unchecked_ = check.Run().SelectMany(p => p.Findings).Where(f => f.Verdict == Verdict.NotChecked).ToList();
        Assert.Equal("F00b", Assert.Single(unchecked_).Code);
        Assert.All(check.Coverage, rule => Assert.Equal(8, rule.Claims + rule.NotRun));
        Assert.Equal(8, check.Coverage.Single(c => c.Code == "B11a").NotRun);
        Assert.NotEmpty(check.Coverage.Single(c => c.Code == "M06d").Reasons);
    }

    [Fact]
    public void What_is_known_of_one_patient_is_used_for_that_patient_only() {
        var visits = new PatientContext { Visits = [new(new(2024, 10, 1), new(9, 0), new(10, 0), "03", null)] };
        var setup = new CheckSetup { Context = new() { Patients = new Dictionary<string, PatientContext> { ["IB-0012"] = visits } } };
        var parts = new ClaimFileCheck(new MemoryStream(File), setup).Run().Where(p => p.Claim is not null).ToList();
        Assert.Equal([true, false], parts.Take(2).Select(p => p.Coverage!.Run.Contains("R08b")));
        Assert.All(parts.SelectMany(p => p.Findings).Where(f => f.Code == "R08b"), f => Assert.Equal(1, f.Place.Claim));
        Assert.Contains(parts[0].Findings, f => f.Code == "R08b");
    }

    [Fact]
    public void A_month_without_fee_tables_is_not_passed() {
        var old = UkeText.Bytes("HM,1,13,6,1234567,ひかり訪問看護ステーション,202001,\nRE,1,6112,201912,看護　花子,,2,19600105,,,,,,,\nKA,20191203,1,510000110,,1,03,01,01\nGO\n␚");
        var coverage = new ClaimFileCheck(new MemoryStream(old)).Run().Single(p => p.Claim is not null).Coverage!;
        Assert.Contains(coverage.NotRun, n => n.Code == "M02a" && n.Reason.Contains("療養費マスター", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_file_and_version_give_the_same_verdict_byte_for_byte() {
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]+$", RuleCatalog.Version);
        Assert.Equal(Verdict(), Verdict());

        static string Verdict() {
            var check = new ClaimFileCheck(new MemoryStream(File));
            return string.Join('\n', check.Run().SelectMany(p => p.Findings).Select(f => f.ToString())
                .Concat(check.Coverage.Select(c => $"{c.Code} {c.Claims} {c.NotRun} {c.Partly} {string.Join(';', c.Reasons)}")));
        }
    }
}
