using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Claims;

public sealed class BuildTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient biller = null!;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run();
        station = await cloud.OpenStation(BundleTexts.StationCode);
        biller = station.Biller();
        await biller.Import(Month, BundleTexts.Sample);
    }

    [Fact]
    public async Task A_month_becomes_a_clean_file_for_each_payer_and_every_line_has_its_reason() {
        var build = await Built();
        Assert.Equal((ClaimBuildState.Done, 0), (build.State, build.KeptBack));
        Assert.Equal(["1", "2"], build.Files.Select(f => f.Payer));
        foreach (var row in build.Files) {
            var file = await biller.FileWhen(row.FileId, ClaimFileState.Checked);
            Assert.True(file.File.Errors == 0, string.Join('\n', (await biller.Findings(row.FileId)).Items.Select(f => $"{f.Code} {f.Line} {f.Message}")));
            Assert.Equal((row.Claims, row.Payer, true), (file.File.Claims, file.Payer, file.Sealable));
            Assert.Equal(["built", "checked"], file.Chain.Select(l => l.Kind));
            for (var number = 1; number <= row.Claims; number++) {
                var reasons = await biller.Get<List<ReasonRow>>($"claim-files/{row.FileId}/claims/{number}/reasons");
                Assert.NotEmpty(reasons);
                Assert.All(reasons, r => Assert.True(r.Why.Length > 0 && r.Rule.Length > 0 && r.Source.Length > 0));
                Assert.Equal((await biller.Claims(row.FileId)).Items[number - 1].TotalYen, reasons.Sum(r => (long)r.Yen));
            }
        }
    }

    /// <summary>A visit's base fee is 10 yen dearer by an imported master: claims are built and checked by it, and the check names the tables.</summary>
    [Fact]
    public async Task An_imported_master_decides_for_all_stations() {
        var before = await Built();
        await biller.FileWhen(before.Files[0].FileId, ClaimFileState.Checked);
        cloud.Fees = new([FeePack.Read(new MemoryStream(FeePacks.With("510000110", ",5550,", ",5560,")), "fees-2024-06.zip").Schedule!]);
        await cloud.Restart();
        biller = station.Biller();
        var after = await Built();
        var (old, now) = (await biller.FileWhen(before.Files[0].FileId, ClaimFileState.Checked), await biller.FileWhen(after.Files[0].FileId, ClaimFileState.Checked));
        var visits = (await biller.Get<List<ReasonRow>>($"claim-files/{after.Files[0].FileId}/claims/1/reasons")).Count(r => r.Code == "510000110");
        Assert.True(visits > 0);
        Assert.Equal(10L * visits, (await biller.Claims(after.Files[0].FileId)).Items[0].TotalYen - (await biller.Claims(before.Files[0].FileId)).Items[0].TotalYen);
        Assert.Equal((0, 0), (old.File.Errors, now.File.Errors));
        Assert.Matches("^[0-9.-]+ fees-2024-06:[0-9a-f]{8}$", now.RulesVersion);
        Assert.Matches("^[0-9.-]+$", old.RulesVersion);
    }

    /// <summary>Our own claims are checked with what the records say beside them, and a finding leads back to its row.</summary>
    [Fact]
    public async Task A_file_made_here_is_checked_with_its_records() {
        var build = await Built();
        var file = build.Files[0].FileId;
        await biller.FileWhen(file, ClaimFileState.Checked);
        var coverage = (await AllPages<RuleCoverageRow>($"claim-files/{file}/coverage")).ToDictionary(c => c.Code);
        Assert.All(new[] { "R08a", "R01b", "M08a", "R07a", "B12c" }, code => Assert.Equal((build.Files[0].Claims, 0), (coverage[code].Claims, coverage[code].NotRun)));
        // The months from April on were never recorded here; nor was anybody asked about the card.
        Assert.All(new[] { "X07d", "B11a" }, code => Assert.Equal(0, coverage.TryGetValue(code, out var rule) ? rule.Claims : 0));

        var rule = new OwnRuleRow("Z01", "hint", "療養費の確認", "確かめてください。", "KA", [new("KA", "FeeCode", "isFilled", "")]);
        (await biller.PostAsJsonAsync("check-settings/own-rules", rule)).EnsureSuccessStatusCode().Dispose();
        (await biller.PostAsync($"claim-files/{file}/check", null)).EnsureSuccessStatusCode().Dispose();
        await biller.FileWhen(file, ClaimFileState.Checked);
        var found = (await biller.Findings(file, "?search=Z01")).Items;
        var reasons = await biller.Get<List<ReasonRow>>($"claim-files/{file}/claims/1/reasons");
        Assert.Equal(reasons.Select(r => r.Rows is [var key, ..] ? key : null), found.Where(f => f.Claim == 1).Select(f => f.Trace!.Key));
        Assert.All(found, f => Assert.Equal((Month, "visits"), (f.Trace!.Month, f.Trace.Table)));
    }

    [Fact]
    public async Task The_next_month_knows_what_was_billed_in_the_months_before() {
        await Built();
        (await biller.PostAsJsonAsync("months/202411", new OpenMonth(Month))).EnsureSuccessStatusCode().Dispose();
        var card = await biller.Row("202411", "patients", "P1", "P1");
        await biller.Save(card, ("serviceStart", "2024-10-01"));
        await biller.Save(await biller.Row("202411", "visits", "P1"), ("date", "2024-11-05"), ("start", "9:00"), ("end", "9:45"), ("staff", "N1"));
        var build = await Built("202411");
        foreach (var file in build.Files) await biller.FileWhen(file.FileId, ClaimFileState.Checked);
        var rules = (await Task.WhenAll(build.Files.Select(f => AllPages<RuleCoverageRow>($"claim-files/{f.FileId}/coverage")))).SelectMany(r => r).Where(r => r.Code == "X07d").ToList();
        // P1 was visited here from October on, which was built; the others since before April.
        Assert.Equal(1, rules.Sum(r => r.Claims));
    }

    [Fact]
    public async Task Each_patient_has_an_invoice_whose_lines_are_its_total() {
        var build = await Built();
        var patients = await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients");
        Assert.Equal(build.TotalYen, patients.Items.Sum(p => p.TotalYen));
        Assert.Equal(build.PatientYen, patients.Items.Sum(p => p.PatientYen));
        foreach (var patient in patients.Items.Where(p => p.Claims > 0)) {
            var invoices = await biller.Get<List<InvoiceDetail>>($"months/{Month}/builds/{build.BuildId}/invoices?patient={patient.Patient}");
            Assert.Equal(patient.Claims, invoices.Count);
            Assert.All(invoices, i => Assert.Equal((i.TotalYen, 0L), (i.Lines.Sum(l => l.Yen), i.PayableYen % 10)));
        }
    }

    [Fact]
    public async Task A_patient_whose_data_is_wrong_is_kept_back_and_the_others_leave() {
        var form = await biller.Row(Month, "instructions", "P1", "I1");
        await biller.TryDelete(Month, "instructions", "P1", "I1", form.Revision);
        var build = await Built();
        Assert.Equal((ClaimBuildState.Done, 1), (build.State, build.KeptBack));
        var findings = await biller.Get<Page<MonthFindingRow>>($"months/{Month}/builds/{build.BuildId}/findings");
        Assert.Contains(findings.Items, f => f is { Patient: "P1", KeepsBack: true });
        Assert.Equal("kept-back", (await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients?search=P1")).Items[0].Fate);
        Assert.Equal("not-found", (await biller.GetAsync($"months/{Month}/builds/{build.BuildId}/invoices?patient=P1").Refusal()).Code);
    }

    [Fact]
    public async Task A_month_that_no_fee_table_covers_is_refused_and_nothing_is_made() {
        using var opened = await biller.PostAsJsonAsync("months/202309", new OpenMonth(null));
        var build = await Built("202309");
        Assert.Equal((ClaimBuildState.Refused, 0), (build.State, build.Files.Count));
        Assert.Contains((await biller.Get<Page<MonthFindingRow>>($"months/202309/builds/{build.BuildId}/findings")).Items, f => f is { Code: "no-fee-schedule", Verdict: "not-checked" });
    }

    [Fact]
    public async Task Building_again_makes_new_files_and_leaves_the_first_as_they_were() {
        var first = await Built();
        var before = await biller.FileWhen(first.Files[0].FileId, ClaimFileState.Checked);
        var second = await Built();
        Assert.Empty(first.Files.Select(f => f.FileId).Intersect(second.Files.Select(f => f.FileId)));
        Assert.Equal(before.Sha256, (await biller.FileWhen(second.Files[0].FileId, ClaimFileState.Checked)).Sha256);
        Assert.Equal([second.BuildId, first.BuildId], (await biller.Get<List<ClaimBuildDetail>>($"months/{Month}/builds")).Select(b => b.BuildId));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<List<T>> AllPages<T>(string address) {
        var all = new List<T>();
        for (var page = 1; ; page++) {
            var rows = await biller.Get<Page<T>>($"{address}?page={page}");
            if (rows.Items.Count == 0) return all;
            all.AddRange(rows.Items);
        }
    }

    private async Task<ClaimBuildDetail> Built(string month = Month) {
        using var answer = await biller.PostAsync($"months/{month}/builds", null);
        var build = (await answer.Content.ReadFromJsonAsync<ClaimBuildDetail>())!;
        return await Eventually.Get($"build {build.BuildId} ended", async () => {
            var now = await biller.Get<ClaimBuildDetail>($"months/{month}/builds/{build.BuildId}");
            return now.State == ClaimBuildState.Running ? null : now;
        });
    }
}
