using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.Checks;
using static ClaimsCloud.Domain.Tests.CareClaims.CareScene;

namespace ClaimsCloud.Domain.Tests.CareClaims;

/// <summary>Months from a seed: what holds for every one of them.</summary>
public sealed class CareMonthPropertyTests {
    private const int Months = 150;
    private static readonly CareSettings Settings = new() { SeveralPublicExpenses = SeveralPublicExpenses.PassOn };

    [Fact]
    public void Control_sums_close_and_the_check_finds_no_error_in_what_was_built() {
        for (var seed = 0; seed < Months; seed++) {
            var bundle = Month(seed);
            var claims = Claims(bundle);
            Assert.All(claims, c => Assert.Equal(c.CostYen, c.InsuranceYen + c.UserYen + c.Publics.Sum(p => p.Yen + p.OwnYen)));
            Assert.All(claims, c => Assert.True(c.UserYen >= 0 && c.Publics.All(p => p.Yen >= 0 && p.OwnYen >= 0), $"seed {seed}: a negative amount"));
            var file = CareScene.File(bundle, claims, Settings);
            var findings = CareFiles.Check(file).Where(f => f.Verdict == Verdict.Fail && f.Code is not "CF49").ToList();
            Assert.True(findings.Count == 0, $"seed {seed}: {string.Join(' ', findings.Select(f => $"{f.Code} {f.Place.Line} {f.Message}"))}");
            Assert.Equal(Totals(claims), Bill(file));
        }
    }

    [Fact]
    public void The_sum_over_files_is_the_sum_over_claims() {
        for (var seed = 0; seed < Months; seed++) {
            var bundle = Month(seed);
            var claims = Claims(bundle);
            var (some, others) = (claims.Where((_, i) => (i + seed) % 3 == 0).ToList(), claims.Where((_, i) => (i + seed) % 3 != 0).ToList());
            var (first, second) = (Bill(CareScene.File(bundle, some, Settings)), Bill(CareScene.File(bundle, others, Settings)));
            Assert.Equal(Totals(claims), first.Zip(second, (a, b) => a + b));
        }
    }

    [Fact]
    public void The_order_of_rows_changes_nothing() {
        for (var seed = 0; seed < Months; seed++) {
            var (bundle, random) = (Month(seed), new Random(seed));
            var shuffled = bundle with {
                Patients = Shuffled(bundle.Patients), Visits = Shuffled(bundle.Visits), CareInsurances = Shuffled(bundle.CareInsurances), CarePlans = Shuffled(bundle.CarePlans),
                PublicExpenses = Shuffled(bundle.PublicExpenses), CareFilings = Shuffled(bundle.CareFilings), Staff = Shuffled(bundle.Staff),
            };
            Assert.Equal(CareScene.File(bundle, Claims(bundle), Settings), CareScene.File(shuffled, Claims(shuffled), Settings));

            T[] Shuffled<T>(IReadOnlyList<T> rows) {
                T[] all = [.. rows];
                random.Shuffle(all);
                return all;
            }
        }
    }

    private static List<CareClaim> Claims(MonthBundle bundle) => [.. Build(bundle, Settings, Prevention).SelectMany(p => p.Claims)];

    /// <summary>件数, 単位数, 費用, 保険, 公費, 利用者 of the insurance line, and the units of public money of all lines.</summary>
    private static long[] Totals(List<CareClaim> claims) {
        var insured = claims.FindAll(c => !c.IsWelfareOnly);
        return [insured.Count, insured.Sum(c => c.BenefitUnits), insured.Sum(c => c.CostYen), insured.Sum(c => c.InsuranceYen), insured.Sum(c => c.PublicYen), insured.Sum(c => c.UserYen + c.Publics.Sum(p => p.OwnYen)),
            claims.Sum(c => c.PublicYen)];
    }

    private static long[] Bill(byte[] file) {
        var bills = CareFiles.Read(file).Where(r => r.Layout?.Id == "7111").ToList();
        return [.. new[] { "Claims", "Units", "CostYen", "InsuranceYen", "PublicYen", "UserYen" }.Select(f => bills[0].Number(f)!.Value), bills.Skip(1).Sum(b => b.Number("PublicYen")!.Value)];
    }

    private static MonthBundle Month(int seed) {
        var random = new Random(seed);
        var bundle = Empty with {
            Station = Empty.Station with { CareRegion = "16723495"[random.Next(8)].ToString() },
            CareFilings = [.. Enum.GetValues<CareFilingKind>().Where(_ => random.Next(3) == 0).Select(k => Filing(k) with { From = random.Next(2) == 0 ? new(2024, 6, 1) : Day(random.Next(1, 31)) })],
        };
        for (var i = random.Next(1, 9); i > 0; i--) bundle = WithPatient(bundle, $"p{i}", i, random);
        return bundle;
    }

    private static MonthBundle WithPatient(MonthBundle bundle, string key, int number, Random random) {
        var welfare = random.Next(8) == 0;
        var row = Insured(key, welfare ? $"H{number:000000000}" : $"{number:0000000000}", random.Next(4) == 0 ? "12" : $"2{random.Next(1, 6)}") with {
            Key = key, InsurerNumber = random.Next(3) == 0 ? "141010" : "131011", BenefitPercent = random.Next(7, 10) * 10, BillsEmergency = random.Next(2) == 0, LivesRemotely = random.Next(5) == 0,
            BuildingReduction = (CareBuildingReduction)random.Next(3),
        };
        var type = row.LevelCode[0] == '1' ? "63" : "13";
        var days = Enumerable.Range(1, 30).Where(_ => random.Next(3) == 0).Append(15).Distinct().Order();
        bundle = bundle with {
            Patients = [.. bundle.Patients, Person(key)], CareInsurances = [.. bundle.CareInsurances, row],
            Visits = [.. bundle.Visits, .. days.Select(d => type == "63" ? Visit(key, d, 10, 20 + random.Next(40)) : Visit(key, d, random.Next(24), 20 + random.Next(70), new[] { "nurse", "assistant", "therapist" }[random.Next(3)]))],
            PublicExpenses = [.. bundle.PublicExpenses, .. Certificates(key, welfare, random)],
        };
        return WithPlan(bundle, key, "1211", 4, random.Next(1, 30_000), type);
    }

    private static IEnumerable<PublicExpenseCertificate> Certificates(string key, bool welfare, Random random) {
        if (welfare || random.Next(5) == 0) yield return Public(key, Payer("12")) with { MonthlyCapYen = random.Next(3) == 0 ? random.Next(5_000) : null };
        if (!welfare && random.Next(3) == 0) yield return Public(key, Payer(new[] { "54", "15", "10", "19" }[random.Next(4)])) with { SharePercent = random.Next(3) * 10, MonthlyCapYen = random.Next(2) == 0 ? random.Next(10_000) : null, From = Day(random.Next(1, 15)) };
    }
}
