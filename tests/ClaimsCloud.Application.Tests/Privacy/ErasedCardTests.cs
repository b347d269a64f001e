using System.Net;
using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Tests.Eligibility;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Application.Tests.Privacy;

/// <summary>No law keeps what オンライン資格確認 said of a card: it goes at once, the file for everybody in it, and what it said of the others stays with them.</summary>
public sealed class ErasedCardTests : EligibilityFixture {
    private static readonly Encoding[] Encodings = [Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(932)!];

    [Fact]
    public async Task Answers_of_a_card_go_at_once_and_the_others_keep_theirs() {
        foreach (var person in (OqsPerson[])[Midori with { Branch = "00" }, Kaori, Haru]) terminal.People.Add(person);
        await Ask();
        await site.Exchange();
        await State("P1", EligibilityState.Confirmed);
        await State("P2", EligibilityState.Confirmed);
        var before = await People();
        Assert.NotEmpty(await cloud.InStores(["ﾆｼｵ ｶｵﾘ"], Encodings));
        biller.Dispose();
        biller = station.Biller();

        using var admin = station.Admin();
        using var asked = await admin.PostAsJsonAsync(PrivacyRoutes.Requests, new PersonAsked(PersonWish.Erasure, "P2", null), Stop);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var id = (await asked.Content.ReadFromJsonAsync<PersonRequestRow>(Stop))!.RequestId;
        var waiting = await Eventually.Get("the erasure waits", async () => await admin.Get<PersonRequestRow>($"privacy/requests/{id}") is { State: PersonRequestState.Waiting } row ? row : null);
        Assert.DoesNotContain(waiting.Held, h => h.Type.StartsWith("eligibility", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await biller.GetAsync($"{EligibilityRoutes.People}/{before.Single(p => p.Patient == "P2").PersonId}?month={Month}", Stop)).StatusCode);
        Assert.Equal(EligibilityState.Confirmed, (await People()).Single(p => p.Patient == "P1").State);
        // As a terminal writes her kana; in the month it stands in full width, and stays for now.
        Assert.Empty(await cloud.InStores(["ﾆｼｵ ｶｵﾘ"], Encodings));
    }
}
