using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Testing.Care;

namespace ClaimsCloud.Domain.Tests.CareClaims;

/// <summary>What becomes of claims that were handed over, from the lists that come back.</summary>
public sealed class CareAccountTests {
    private const string Sent = "202505", Service = "202504";

    /// <summary>Two claims of one insurer, the second with 生保: 33,775 yen and 9,664 + 1,074 yen.</summary>
    private static readonly CareSentFile File = CareSentFile.Read(new MemoryStream(CareFiles.Bytes(CareFiles.Lines)));

    [Fact]
    public void A_sent_file_is_read_back_with_its_amounts_and_places() {
        Assert.Equal(("1360190001", Sent), (File.OfficeNumber, File.ProcessingMonth));
        Assert.Equal([(33_775L, 33_775L, 37_528L), (10_738, 9_664, 10_738)], File.Claims.Select(c => (c.BenefitYen, c.InsuranceYen, c.CostYen)));
        Assert.Equal(["131011", "131011"], File.Claims.Select(c => c.Insurer));
        var bytes = CareFiles.Bytes(CareFiles.Lines);
        Assert.All(File.Claims, c => Assert.StartsWith($"2,{c.Place.FirstLine},7131,01", System.Text.Encoding.ASCII.GetString(bytes, (int)c.Place.Offset, c.Place.Length)));
        Assert.Equal(2, CareClaimView.Of(bytes[(int)File.Claims[1].Place.Offset..], 8).Count(s => s.Title is "明細情報" or "集計情報"));
    }

    [Fact]
    public void What_is_decided_to_the_yen_is_paid() {
        var account = Account(Decided("131011", 2, 43_439), Decided("12130001", 1, 1_074));
        Assert.All(account.Items, i => Assert.Equal(CareState.Paid, i.State));
        Assert.Equal((44_513, 44_513, 0), (Sums(account).ClaimedYen, Sums(account).PaidYen, Sums(account).OpenYen));
        Assert.Empty(account.Differences);
    }

    [Fact]
    public void A_sum_that_does_not_fit_pays_nothing_and_is_told_with_the_difference() {
        var account = Account(Decided("131011", 2, 43_438), Decided("12130001", 1, 1_074));
        Assert.All(account.Items, i => Assert.Equal(CareState.Open, i.State));
        Assert.Contains(account.Differences, d => d is { Code: "CA02", Yen: -1 });
    }

    [Fact]
    public void A_returned_claim_waits_for_a_new_one_and_the_other_is_paid() {
        var account = Account(Back("0000000001", "12PA"), Decided("131011", 1, 9_664), Decided("12130001", 1, 1_074));
        Assert.Equal([CareState.Returned, CareState.Paid], account.Items.Select(i => i.State));
        Assert.Equal("要介護度の変更がまだ決まっていません", CareErrorCodes.Of(account.Items[0].Reasons[0].Code).Title);
        Assert.Null(account.InTheWay(File.Claims[0].IsSameAs));
        Assert.Equal(CareState.Paid, account.InTheWay(File.Claims[1].IsSameAs)!.State);
        Assert.Equal(33_775, account.Items.Sum(i => i.YenAtRisk));

        var again = Account([new("second", 1, "202506", File.Claims[0])], Back("0000000001", "12PA"), Decided("131011", 1, 9_664), Decided("12130001", 1, 1_074), Decided("131011", 1, 33_775) with { ReviewMonth = "202506" });
        Assert.Equal([CareState.Returned, CareState.Paid, CareState.Paid], again.Items.Select(i => i.State));
        Assert.Equal(0, again.Items.Sum(i => i.YenAtRisk));
    }

    [Fact]
    public void A_held_claim_is_never_sent_again_and_revives() {
        var account = Account(Back("0000000001", "保留"), Decided("131011", 1, 9_664), Decided("12130001", 1, 1_074));
        Assert.Equal(CareState.Held, account.Items[0].State);
        Assert.Equal(33_775, Sums(account).HeldYen);
        Assert.Equal("CF91", SentBefore.Finding(account.InTheWay(File.Claims[0].IsSameAs)!, 1, File.Claims[0]).Code);

        var revived = Account(Back("0000000001", "保留"), Decided("131011", 1, 9_664), Decided("12130001", 1, 1_074), Decided("131011", 1, 33_775) with { ReviewMonth = "202506" });
        Assert.All(revived.Items, i => Assert.Equal(CareState.Paid, i.State));

        var sentAgain = Account([new("second", 1, "202506", File.Claims[0])], Back("0000000001", "保留"));
        Assert.Contains(sentAgain.Differences, d => d.Code == "CA04");
    }

    [Fact]
    public void An_adjusted_claim_is_paid_with_other_units_and_the_rest_is_adjusted() {
        var line = new CareAnswerLine(CareAnswerKind.Adjusted, Sent, Service, "131011", "0000000001", "13", 1, -823, 0, "B", "確定単位数");
        // 2,469 units × 11.40 = 28,146 yen, 90 % of it 25,331 yen.
        var account = Account(line, Decided("131011", 2, 25_331 + 9_664), Decided("12130001", 1, 1_074));
        Assert.All(account.Items, i => Assert.Equal(CareState.Paid, i.State));
        Assert.Equal((25_331, 33_775 - 25_331), (account.Items[0].PaidYen, account.Items[0].AdjustedYen));
        Assert.True(Sums(account).Closes);
        Assert.Equal("ケアマネジャー", CareChangeWords.Of(line).Owner);
    }

    [Fact]
    public void A_withdrawn_claim_and_a_review_keep_the_sum_closed() {
        CareAnswerLine[] paid = [Decided("131011", 2, 43_439), Decided("12130001", 1, 1_074)];
        var taken = new CareAnswerLine(CareAnswerKind.Withdrawn, "202507", Service, "131011", "0000000001", "13", 1, -3_292, -33_775, "1002", "請求誤り");
        var account = Account([.. paid, taken]);
        Assert.Equal((CareState.Withdrawn, 33_775L, 0L), (account.Items[0].State, account.Items[0].WithdrawnYen, account.Items[0].PaidYen));
        Assert.True(account.Items[0].MayBeSentAgain && Sums(account).Closes);
        Assert.Contains(Account([.. paid, taken with { Yen = -33_000 }]).Differences, d => d.Code == "CA03");

        var reviewed = Account([.. paid, new(CareAnswerKind.Reviewed, "202507", Service, "131011", "0000000001", "13", 1, -100, -1_026, "05", "")]);
        Assert.Equal((33_775 - 1_026, 1_026), (reviewed.Items[0].PaidYen, reviewed.Items[0].AdjustedYen));
        Assert.True(Sums(reviewed).Closes);
    }

    [Fact]
    public void Lines_about_claims_that_were_not_sent_from_here_are_told() =>
        Assert.Equal(["CA01", "CA01"], Account(Back("9999999999", "12P0"), new(CareAnswerKind.Withdrawn, Sent, Service, "131011", "0000000001", "13", 1, -1, -1, "1002", "")).Differences.Select(d => d.Code));

    /// <summary>A federation decides by chance for several months; whatever it decides, every yen has one place and the order of lists changes nothing.</summary>
    [Fact]
    public void Control_sums_close_whatever_comes_back_and_in_whatever_order() {
        for (var seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var (sendings, lines, totals) = Story(random);
            var account = CareAccount.Of(sendings, lines);
            var sums = CareSums.Of([.. account.Items]);
            Assert.True(sums.Closes, $"seed {seed}: {sums}");
            Assert.Equal(sendings.Sum(s => s.Claim.BenefitYen), sums.ClaimedYen);
            Assert.Equal(totals.Sum(t => t.DecidedYen ?? 0), sums.PaidYen);
            Assert.Empty(account.Differences);
            Assert.All(totals.Select(t => t.ReviewMonth).Distinct(), month => Assert.Empty(CareReviewCheck.Run(month, lines, totals)));

            CareSending[] shuffledSendings = [.. sendings];
            CareAnswerLine[] shuffledLines = [.. lines, .. lines];
            random.Shuffle(shuffledSendings);
            random.Shuffle(shuffledLines);
            var shuffled = CareAccount.Of(shuffledSendings, shuffledLines);
            Assert.Equal(account.Items.Select(i => (i.Sending, i.State, i.AdjustedYen, i.ReviewMonth)), shuffled.Items.Select(i => (i.Sending, i.State, i.AdjustedYen, i.ReviewMonth)));
        }
    }

    private static (List<CareSending>, List<CareAnswerLine>, List<CareTotals>) Story(Random random) {
        var (federation, sendings, lines, totals) = (new CareFederation(), new List<CareSending>(), new List<CareAnswerLine>(), new List<CareTotals>());
        var next = Enumerable.Range(1, random.Next(2, 9)).Select(n => File.Claims[0] with { Insured = $"{n:0000000000}", InsuranceYen = 10_000 + (137 * n * n) }).ToList();
        var held = new List<SentCareClaim>();
        foreach (var month in (string[])["202505", "202506", "202507"]) {
            foreach (var (n, claim) in next.Index()) sendings.Add(new(month, n + 1, month, claim));
            federation.Accept(CareFiles.Office, next);
            var returned = next.Where(_ => random.Next(4) == 0).ToList();
            var stays = next.Except(returned).Where(_ => random.Next(4) == 0).ToList();
            var revived = held.Where(_ => random.Next(2) == 0).ToList();
            foreach (var answer in federation.Decide(month, new(returned.ToDictionary(c => c.Insured, _ => "12QJ"), [.. stays.Select(c => c.Insured)], [.. revived.Select(c => c.Insured)]))) {
                var read = CareAnswerFile.Read(answer.Bytes);
                Assert.False(read.Damaged);
                lines.AddRange(read.Lines);
                if (read.Totals is { } sums) totals.Add(sums);
            }
            held = [.. held.Except(revived), .. stays];
            next = returned;
        }
        return (sendings, lines, totals);
    }

    private static CareAccount Account(params CareAnswerLine[] lines) => Account([], lines);

    private static CareAccount Account(CareSending[] more, params CareAnswerLine[] lines) => CareAccount.Of([.. File.Claims.Index().Select(c => new CareSending("first", c.Index + 1, Sent, c.Item)), .. more], lines);

    private static CareSums Sums(CareAccount account) => CareSums.Of([.. account.Items]);

    private static CareAnswerLine Back(string insured, string code) => new(code == "保留" ? CareAnswerKind.Held : CareAnswerKind.Returned, Sent, Service, "131011", insured, "13", 1, 0, 0, code, "");

    private static CareAnswerLine Decided(string payer, int claims, long yen) => new(CareAnswerKind.Decided, Sent, Service, payer, "", "13", claims, 0, yen, "", "");
}
