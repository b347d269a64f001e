using System.Net;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

public sealed class TenantTests(Tour tour) : IClassFixture<Tour> {
    public static readonly TheoryData<string> PagesOfAFile = [
        "/files/{0}", "/files/{0}/findings", "/files/{0}/claims", "/files/{0}/claims/1", "/files/{0}/original", "/files/{0}/seal", "/files/{0}?seen=checking", "/files/{0}/coverage", "/files/{0}/findings.csv"];

    [Theory]
    [MemberData(nameof(PagesOfAFile))]
    public async Task A_file_of_another_station_is_not_found_and_says_nothing_about_itself(string page) {
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, page, tour.ConfirmedFile);
        using var mine = await tour.Biller.Get(path);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        using var answer = await tour.NewBiller.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("見つかりません", html, StringComparison.Ordinal);
        Assert.DoesNotContain("RECEIPTH", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_station_cannot_seal_a_file() {
        using var answer = await tour.NewBiller.Post($"/files/{tour.CleanFile}/seal");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("封印待ち", await Stack.Pages.Html(tour.Biller, $"/files/{tour.CleanFile}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/files/%2e%2e/findings")]
    [InlineData("/files/%2e%2e%2fdesk%2fstations")]
    [InlineData("/files/none/claims/0")]
    [InlineData("/files/none/claims/-1")]
    [InlineData("/files/none/claims/99999999999")]
    [InlineData("/rules/none")]
    [InlineData("/rules/%2e%2e%2fx")]
    public async Task An_address_that_somebody_made_up_is_not_found(string path) {
        using var answer = await tour.Biller.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_desk_opens_no_page_of_a_station_and_a_station_no_page_of_the_desk() {
        foreach (var path in (string[])["/files", "/files/new", $"/files/{tour.CleanFile}", "/returned", "/connectors"]) {
            using var answer = await tour.DeskPerson.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var desk = await tour.Biller.Get("/desk");
        Assert.Equal(HttpStatusCode.Forbidden, desk.StatusCode);
        using var home = await tour.DeskPerson.Get("/");
        Assert.Equal("/desk", home.Headers.Location!.ToString());
    }
}
