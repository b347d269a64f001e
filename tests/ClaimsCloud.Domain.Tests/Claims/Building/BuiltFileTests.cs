using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing.Bundles;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Claims.Building;

/// <summary>What holds for every file that is built.</summary>
public sealed class BuiltFileTests {
    public static TheoryData<int, int> Months => new() { { 2024, 6 }, { 2026, 6 } };

    [Theory, MemberData(nameof(Months))]
    public void Sixty_patients_become_files_without_an_error(int year, int month) {
        var bundle = SixtyPatients.Of(year, month);
        var kept = BuiltFile.Claims(bundle).Where(p => p.Fate != ClaimFate.Built).SelectMany(p => p.Findings.Select(f => $"{p.Patient} {f.Code} {f.Place} {f.Message}")).ToList();
        Assert.Empty(kept);
        foreach (var payer in new[] { "1", "2" }) {
            var errors = new ClaimFileCheck(new MemoryStream(BuiltFile.Bytes(bundle, payer))).Run().SelectMany(p => p.Findings).Where(f => f.IsError).Select(f => $"{f.Place} {f.Code} {f.Message}").ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors));
        }
    }

    /// <summary>A station files ベースアップ評価料 or its continued form, never both.</summary>
    [Theory, InlineData(2024), InlineData(2026, FeeFamily.BaseUp1, FeeFamily.BaseUp2)]
    public void The_sixty_have_every_family_of_fees_both_payers_and_none_to_four_public_expenses(int year, params FeeFamily[] notBoth) {
        var claims = BuiltFile.Claims(SixtyPatients.Of(year, 6)).SelectMany(p => p.Claims).ToList();
        var families = claims.SelectMany(c => c.Lines).Select(l => l.Fee.Fee.Conditions!.Family).ToHashSet();
        Assert.Equal(notBoth, FeeSchedules.BuiltIn.All.Single(s => s.Release == $"{year}-06").Fees.Select(f => f.Conditions!.Family).Distinct().Where(f => !families.Contains(f)));
        Assert.Equal(["1", "2"], claims.Select(c => c.ReviewOrganization).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 5), claims.Where(c => c.Amounts.Insurer is not null).Select(c => c.Amounts.PublicExpenses.Count).Distinct().Order());
    }

    [Theory, MemberData(nameof(Months))]
    public void Totals_and_days_of_each_payer_are_those_of_its_lines(int year, int month) {
        foreach (var claim in FilesOf(SixtyPatients.Of(year, month))) {
            if (claim.Insurer is { } insurer) Assert.Equal((insurer.TotalYen, insurer.Days), SumOf(claim, Payers.Insurer));
            foreach (var (i, expense) in claim.PublicExpenses.Index()) Assert.Equal((expense.TotalYen, expense.Days), SumOf(claim, (Payers)((int)Payers.FirstPublic << i)));
        }
    }

    [Theory, MemberData(nameof(Months))]
    public void The_order_of_the_rows_changes_no_byte(int year, int month) {
        var bundle = SixtyPatients.Of(year, month);
        var (first, second) = (BuiltFile.Bytes(bundle, "1"), BuiltFile.Bytes(bundle, "2"));
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => {
            var mixed = Mixed(bundle, seed);
            Assert.Equal(first, BuiltFile.Bytes(mixed, "1"));
            Assert.Equal(second, BuiltFile.Bytes(mixed, "2"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    [Theory, MemberData(nameof(Months))]
    public void A_bundle_written_and_read_builds_the_same_file(int year, int month) {
        var bundle = SixtyPatients.Of(year, month);
        var file = new MemoryStream();
        BundleWriter.WriteJson(bundle, file);
        var reading = BundleReader.Read(new MemoryStream(file.ToArray()));
        Assert.Empty(reading.Findings.Where(f => f.Verdict == Verdict.Fail && f.Severity < Severity.Hint).Select(f => $"{f.Code} {f.Place} {f.Message}"));
        Assert.Equal(BuiltFile.Bytes(bundle, "1"), BuiltFile.Bytes(reading.Bundle!, "1"));
    }

    [Fact]
    public void No_character_outside_the_repertoire_leaves() =>
        Prop.ForAll(Gen.Elements("髙", "﨑", "①", "～", "𠮷", "é", "\u0000", "あ").Two().ToArbitrary(), pair => {
            var scene = new StationScene(2024, 6);
            scene.Patient("患者").But(b => b with { Name = $"{pair.Item1}橋　太郎" }).Visit(3).Condition = new() { Key = "状態", Patient = "患者", Text = $"{pair.Item2}の状態" };
            scene.Patient("ほか").Visit(4);
            var file = BuiltFile.Bytes(scene.Bundle, "1");
            Assert.Equal(-1, ClaimText.IndexOutside(file.AsSpan().ToArray().Where(b => b is not (0x0D or 0x0A or 0x1A)).ToArray()));
            var patient = BuiltFile.Claims(scene.Bundle).Single(p => p.Patient == "患者");
            Assert.Equal(pair == ("あ", "あ") ? ClaimFate.Built : ClaimFate.KeptBack, patient.Fate);
            Assert.Single(BuiltFile.Lines(scene.Bundle, "RE"), l => l.Contains("架空　太郎", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_change_of_the_insurer_inside_the_month_makes_two_claims_for_two_payers() {
        var scene = new StationScene(2024, 6);
        var patient = scene.Patient("患者").Visit(4).Visit(18);
        patient.Cards[0] = patient.Cards[0] with { Until = scene.Day(14) };
        patient.Cards.Add(patient.Cards[0] with { Key = "新", From = scene.Day(15), Until = null, InsurerNumber = SixtyPatients.Number("13812") });
        var claims = Assert.Single(BuiltFile.Claims(scene.Bundle)).Claims;
        Assert.Equal([("1", 5550 + 7670), ("2", 5550)], claims.Select(c => (c.ReviewOrganization, c.Amounts.Insurer!.TotalYen)));
    }

    [Fact]
    public void The_claim_key_is_the_same_for_every_build_and_differs_by_patient_and_month() {
        var keys = BuiltFile.Claims(SixtyPatients.Of(2024, 6)).Concat(BuiltFile.Claims(SixtyPatients.Of(2024, 7))).SelectMany(p => p.Claims).Select(c => c.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys, BuiltFile.Claims(SixtyPatients.Of(2024, 6)).Concat(BuiltFile.Claims(SixtyPatients.Of(2024, 7))).SelectMany(p => p.Claims).Select(c => c.Key));
    }

    private static IEnumerable<Claim> FilesOf(MonthBundle bundle) => new[] { "1", "2" }.SelectMany(p => ClaimFile.Claims(new MemoryStream(BuiltFile.Bytes(bundle, p))));

    private static (int?, int?) SumOf(Claim claim, Payers payer) {
        var lines = claim.Fees.Where(f => (PayerShares.Release202406.PayersOf(f.PayerShare!)!.Value & payer) != Payers.None).ToList();
        var days = claim.VisitDays.Single(d => d.PayerKind == $"{System.Numerics.BitOperations.Log2((uint)payer) + 1}");
        return (lines.Sum(f => f.Yen), Enumerable.Range(1, 31).Count(d => days.Day(d) == "1"));
    }

    private static MonthBundle Mixed(MonthBundle bundle, int seed) {
        var chance = new Random(seed);
        T[] Mix<T>(IEnumerable<T> rows) {
            var array = rows.ToArray();
            chance.Shuffle(array);
            return array;
        }
        return bundle with {
            FacilityStandards = Mix(bundle.FacilityStandards), Staff = Mix(bundle.Staff), Trainings = Mix(bundle.Trainings), Buildings = Mix(bundle.Buildings), Patients = Mix(bundle.Patients), Residences = Mix(bundle.Residences),
            InsuranceCards = Mix(bundle.InsuranceCards), Reductions = Mix(bundle.Reductions), CareInsurances = Mix(bundle.CareInsurances), PublicExpenses = Mix(bundle.PublicExpenses), LimitCertificates = Mix(bundle.LimitCertificates), Instructions = Mix(bundle.Instructions),
            Conditions = Mix(bundle.Conditions), HospitalStays = Mix(bundle.HospitalStays), OtherStations = Mix(bundle.OtherStations), Notes = Mix(bundle.Notes),
            ListedConditions = Mix(bundle.ListedConditions), Diseases = Mix(bundle.Diseases), Agreements = Mix(bundle.Agreements), Visits = Mix(bundle.Visits),
            InformationLetters = Mix(bundle.InformationLetters), DischargeGuidances = Mix(bundle.DischargeGuidances), Collaborations = Mix(bundle.Collaborations), ServiceEnds = Mix(bundle.ServiceEnds),
        };
    }
}
