using System.Net;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Gateway;

public sealed class OutageTests : IAsyncLifetime {
    private PortalStack stack = null!;
    private StackStation station = null!;

    public async ValueTask InitializeAsync() {
        stack = await PortalStack.Run();
        station = await stack.OpenStation();
    }

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task Without_the_portal_a_person_reads_what_to_do_and_health_names_it() {
        using var visitor = await station.Visit();
        await stack.Portal.App.StopAsync();
        using var answer = await visitor.Get("/files");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("ただいまつながりません", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var health = await visitor.Get("/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "portal"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Without_the_functions_host_pages_sign_in_and_devices_hear_so() {
        using var visitor = await station.Visit();
        await stack.Functions.App.StopAsync();
        using var page = await visitor.Get("/files");
        Assert.Equal(HttpStatusCode.BadGateway, page.StatusCode);
        Assert.Contains("取り込んだファイルは失われていません", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signIn = await visitor.SignIn(station.Login, PortalStack.Password);
        Assert.Equal(HttpStatusCode.BadGateway, signIn.StatusCode);
        using var device = await visitor.Send(HttpMethod.Post, "/" + EdgeRoutes.Work, null);
        Assert.Equal((HttpStatusCode.BadGateway, "application/problem+json"), (device.StatusCode, device.Content.Headers.ContentType?.MediaType));
        using var health = await visitor.Get("/health");
        Assert.Equal("functions", await health.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_a_locked_account_come_back_to_the_form_without_saying_which_was_wrong() {
        using var visitor = new Visitor(stack.Address);
        Assert.Equal(await SignIn("nobody", "wrong"), await SignIn(station.Login, "wrong"));
        for (var i = 0; i < 4; i++) await SignIn(station.Login, "wrong");
        Assert.Equal("/sign-in?problem=sign-in-locked&to=%2F", await SignIn(station.Login, PortalStack.Password));

        async Task<string> SignIn(string login, string password) {
            using var answer = await visitor.SignIn(login, password);
            return answer.Headers.Location!.ToString();
        }
    }
}
