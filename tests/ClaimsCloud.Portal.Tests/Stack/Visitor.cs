using System.Net;
using System.Text.RegularExpressions;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>A browser without a screen: keeps cookies, follows nothing by itself, says where its forms come from.</summary>
internal sealed partial class Visitor : IDisposable {
    private readonly HttpClient client;

    public Visitor(Uri address) {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = address };
        Origin = address.GetLeftPart(UriPartial.Authority);
    }

    public CookieContainer Cookies { get; } = new();
    public string Origin { get; }

    /// <param name="now">By the stack's clock, for whoever has the second factor on.</param>
    public static async Task<Visitor> SignedIn(Uri address, string login, DateTimeOffset? now = null) {
        var visitor = new Visitor(address);
        using var first = await visitor.SignIn(login, PortalStack.Password);
        if (first.Headers.Location?.ToString() is "/" or "/desk") return visitor;
        var time = now ?? throw new InvalidOperationException($"{login} is asked for a code.");
        // At the first sign-in the page shows a new key.
        var key = first.Headers.Location?.ToString().StartsWith("/sign-in/set-up", StringComparison.Ordinal) == true ? KeyOnPage().Match(await Pages.Html(visitor, "/sign-in/set-up")).Groups["key"].Value : null;
        using var code = new FormUrlEncodedContent([new("code", key is null ? HarnessStation.TotpCode(time) : Totp.Code(Totp.FromBase32(key.Replace(" ", "", StringComparison.Ordinal)), Totp.StepAt(time))), new("to", "/")]);
        using var answer = await visitor.Post("/session/code", code);
        return answer.Headers.Location?.ToString() is "/" or "/desk" or "/account" ? visitor : throw new InvalidOperationException($"The sign-in of {login} was answered with {answer.StatusCode} to {answer.Headers.Location}.");
    }

    public async Task<HttpResponseMessage> SignIn(string login, string password, string to = "/") {
        using var form = new FormUrlEncodedContent([new("login", login), new("password", password), new("to", to)]);
        return await Post("/session", form);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>As a form of a page of this site sends it.</summary>
    public Task<HttpResponseMessage> Post(string path, HttpContent? content = null) => Send(HttpMethod.Post, path, content, ("Origin", Origin), ("Sec-Fetch-Site", "same-origin"));

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers) {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<code translate=\"no\">(?<key>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyOnPage();
}
