using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Eligibility;

/// <summary>What a station asks by itself beside the cards, and what happens when two ask at once.</summary>
public sealed class AskingTests : EligibilityFixture {
    [Fact]
    public async Task Two_who_ask_at_once_ask_once_and_the_slower_one_hears_that_somebody_asks() {
        for (var round = 0; round < 4; round++) {
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(Month, null), Stop)));
            Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{a.StatusCode}"));
            foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.Conflict)) Assert.Equal("asked-meanwhile", (await answer.Content.ReadFromJsonAsync<Refusal>(Stop))!.Code);
            foreach (var answer in answers) answer.Dispose();
        }
        // What the refused ones left is asked for by the next; nobody is asked for twice.
        await Ask();
        await site.Exchange();
        Assert.Equal(3, terminal.Taken.Count);
    }

    [Fact]
    public async Task A_confirmed_card_gets_its_number_registered_once_and_a_reader_then_tells_it() {
        terminal.People.Add(Midori with { Branch = "00" });
        await Ask("P1");
        await site.Exchange();
        await State("P1", EligibilityState.Confirmed);
        await Automatic(until: () => Taken("OQSsiimm01") == 1);
        await Eventually.Holds("the number is registered", async () => (await Detail((await People()).Single(p => p.Patient == "P1"))).HasNumber);
        await Automatic(until: () => Taken("OQSmuhvq02") >= 1);
        Assert.Equal(1, Taken("OQSsiimm01"));

        // The name on the reader is another one: only the number says who it is.
        terminal.PushFace(Midori with { Branch = "00", Kana = "ｷｭｳｾｲ ﾐﾄﾞﾘ" }, "1369990018");
        await site.Exchange();
        await Eventually.Holds("the reader's result came", async () => (await Detail((await People()).Single(p => p.Patient == "P1"))).History.Count == 2);
        Assert.DoesNotContain(await biller.Get<EligibilityFileRow[]>(EligibilityRoutes.Files), f => f.Outcome == "unmatched");
    }

    [Fact]
    public async Task Many_cards_are_registered_in_one_request() {
        await biller.Import(Month, BundleTexts.Json(Cards(30)), "many.json");
        for (var n = 0; n < 30; n++) terminal.People.Add(Midori with { Number = $"{500 + n}", Branch = "00" });
        await Ask();
        await Eventually.Holds("all are answered", async () => {
            await site.Exchange();
            await Later(TimeSpan.FromSeconds(20));
            return (await People()).Count(p => p.State == EligibilityState.Confirmed) == 30;
        });
        await Automatic(until: () => Taken("OQSmuimm02") == 1);
        Assert.Equal((1, 0), (Taken("OQSmuimm01"), Taken("OQSsiimm01")));
    }

    [Fact]
    public async Task Medical_aid_is_asked_for_the_month_when_somebody_has_it_and_is_kept_apart_from_the_insurance() {
        await biller.Save(await biller.Row(Month, "publicExpenses", "P2"), ("from", "2024-04-01"), ("payerNumber", "12139986"), ("recipientNumber", "2222222"));
        terminal.People.Add(Kaori);
        terminal.People.Add(Kaori with { Insurer = "12139986", Symbol = null, Number = "2222222", AidMonth = Month, Validity = "6" });
        await Ask("P2");
        await site.Exchange();
        await State("P2", EligibilityState.Confirmed);
        await Automatic(until: () => Taken("OQSmutic02") == 1);
        var detail = await Eventually.Get("the answer is there", async () => await Detail((await People()).Single(p => p.Patient == "P2")) is { MedicalAid: not null } now ? now : null);
        Assert.Contains("医療券は未登録", detail.MedicalAid);
        Assert.Contains(detail.Forecast, f => f.Code == "EQ0510");
        Assert.Equal(EligibilityState.Confirmed, detail.Row.State);
        Assert.Equal(1, Taken("OQSmutic01"));
    }

    [Fact]
    public async Task Days_of_consent_that_were_not_answered_are_pulled_again() {
        terminal.Inject("silent");
        await Automatic(until: () => Taken("OQSmuhvq01") == 1);
        terminal.Remove("silent");
        terminal.People.Add(Midori with { Branch = "00", ConsentOn = "20241104" });
        for (var day = 0; day < 5; day++) await NextDay();
        await Automatic(until: () => Taken("OQSmuhvq02") >= 1);
        await Eventually.Holds("the consent came", async () => !(await biller.Get<VisitDay>($"{EligibilityRoutes.Visits}?day=2024-10-01")).Visits.Single(v => v.Patient == "P1").ConsentMissing);
    }

    /// <summary>Patients with cards of their own, all in one household as far as the name goes.</summary>
    private static Domain.Bundles.MonthBundle Cards(int patients) {
        var many = BundleTexts.Many(patients);
        return many with { InsuranceCards = [.. many.InsuranceCards.Select((c, n) => c with { Number = CardText.Wide($"{500 + n}") })] };
    }

    private int Taken(string kind) => terminal.Taken.Count(t => t.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Lets the station ask by itself, minute by minute.</summary>
    private async Task Automatic(Func<bool> until) {
        await Post(EligibilityRoutes.Rules, new EligibilityRules(true, 8, null, 0, null, null));
        await Eventually.Holds("it was asked", async () => {
            await site.Exchange();
            await Later(TimeSpan.FromMinutes(1));
            return until();
        });
    }
}
