using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Local;

/// <summary>Uses the portal as a browser does: through the public door, with its cookie and its forms.</summary>
internal sealed partial class Screen : IDisposable {
    private readonly HttpClient _http;
    private readonly Uri _door;

    public Screen(Uri door) {
        _door = door;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = door };
        _http.DefaultRequestHeaders.Add("Origin", door.GetLeftPart(UriPartial.Authority));
    }

    /// <param name="time">The cloud's clock: the code of the second factor hangs on it.</param>
    public async Task SignIn(string login, string password, TimeProvider time) {
        var target = await Post("/session", new FormUrlEncodedContent(new Dictionary<string, string> { ["login"] = login, ["password"] = password, ["to"] = "/" }));
        if (target.StartsWith("/sign-in/code", StringComparison.Ordinal))
            target = await Post("/session/code", new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = DemoStation.TotpCode(time.GetUtcNow()), ["to"] = "/" }));
        if (target is not ("/" or "/desk")) throw new InvalidOperationException($"ログインできませんでした（{target}）。");
    }

    /// <returns>The file's id.</returns>
    public async Task<string> Upload(string name, byte[] content) {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var target = await Post("/files", new MultipartFormDataContent { { part, "file", name } });
        return target.Split('/')[^1];
    }

    public async Task Seal(string fileId) => await Post($"/files/{fileId}/seal", new FormUrlEncodedContent([]));

    /// <summary>Has the re-claim file made of a checked file with the corrected claims.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Resubmit(string fileId) {
        var target = await Post("/return-work/resubmissions", new FormUrlEncodedContent(new Dictionary<string, string> { ["file"] = fileId }));
        return target.Split('/')[^1];
    }

    /// <summary>Says that a claim takes the place of a returned one, or of a part of it.</summary>
    public async Task Replace(string itemId, string fileId, int number) => await Post($"/return-work/items/{itemId}",
        new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "replace", ["file"] = fileId, ["number"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    /// <returns>The one-time code as the page shows it.</returns>
    public async Task<string> NewEnrolmentCode() {
        using var answer = await _http.PostAsync("/connectors/codes", new FormUrlEncodedContent([]));
        answer.EnsureSuccessStatusCode();
        var shown = EnrolmentCode().Match(await answer.Content.ReadAsStringAsync());
        return shown.Success ? shown.Groups["code"].Value : throw new InvalidOperationException("the page shows no code");
    }

    /// <summary>The desk's work on cases, for somebody who signed in as a person of the desk.</summary>
    public CaseDesk Cases() => new(Page, async (path, form) => {
        using var answer = await _http.PostAsync(path, form);
        return (answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    });

    public async Task<string> Page(string path) => await _http.GetStringAsync(path);

    public void Dispose() => _http.Dispose();

    /// <returns>Where the answer leads.</returns>
    private async Task<string> Post(string path, HttpContent content) {
        using var answer = await _http.PostAsync(path, content);
        if (answer.Headers.Location is { } target) return new Uri(_door, target).PathAndQuery;
        throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }

    [GeneratedRegex("class=\"enrol-code\"[^>]*>(?<code>[^<]+)<", RegexOptions.None, 1000)]
    private static partial Regex EnrolmentCode();
}
