using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>When a file was sealed, by its hash.</summary>
internal sealed class SealedFiles {
    private readonly ConcurrentDictionary<string, long> at = new();

    public void Add(byte[] file) => at[Convert.ToHexStringLower(SHA256.HashData(file))] = Stopwatch.GetTimestamp();

    /// <summary>Milliseconds; null for a file of elsewhere.</summary>
    public double? Since(string sha256) => at.TryGetValue(sha256, out var then) ? Stopwatch.GetElapsedTime(then).TotalMilliseconds : null;
}

/// <summary>A biller at the public door who opens one page after another, and now and then uploads a file, waits for its check and seals it.</summary>
internal sealed class BusyPerson : IDisposable {
    private static readonly string[] Places = ["/", "/files", "/months", "/months/202410", "/board", "/connectors", "/returned", "/return-work", "/eligibility", "/account"];
    private static readonly string[] Parts = ["", "/findings", "/claims", "/claims/1", "/coverage"];

    private readonly HttpClient client;
    private readonly SealedFiles sealedFiles;
    private readonly int number;
    private string file = "";
    private bool isChecked;
    private int steps;
    private int uploads;

    private BusyPerson(HttpClient client, int number, SealedFiles sealedFiles) => (this.client, this.number, this.sealedFiles, Random) = (client, number, sealedFiles, new(number));

    public Random Random { get; }

    public static async Task<BusyPerson> SignIn(Uri door, string login, int number, SealedFiles sealedFiles) {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), UseCookies = true }) { BaseAddress = door };
        browser.DefaultRequestHeaders.Add("Origin", door.GetLeftPart(UriPartial.Authority));
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var form = new FormUrlEncodedContent([new("login", login), new("password", NodeHost.Password), new("to", "/")]);
        using var answer = await browser.PostAsync("/session", form);
        return answer.Headers.Location?.ToString() == "/" ? new(browser, number, sealedFiles) : throw new InvalidOperationException($"{login} was answered with {answer.StatusCode} to {answer.Headers.Location}");
    }

    /// <summary>A month of records and a first file.</summary>
    public async Task Prepare() {
        await Upload("/months/202410/imports", "month.json", BundleSamples.Small());
        await Upload();
    }

    public async Task Step(Latencies latencies, CancellationToken stop) {
        var kind = "page";
        var from = Stopwatch.GetTimestamp();
        try {
            if (++steps % 40 == 0) {
                kind = "upload";
                await Upload();
            } else if (steps % 40 == 20) {
                kind = "seal";
                await Seal();
            } else {
                // As long as the check runs there is nothing behind the file's first page.
                var place = Random.Next(2) == 0 ? Places[Random.Next(Places.Length)] : $"/files/{file}{Parts[isChecked ? Random.Next(Parts.Length) : 0]}";
                kind = place.StartsWith("/files/", StringComparison.Ordinal) ? "page /files/…" + place[(7 + file.Length)..] : "page " + place;
                using var first = await client.GetAsync(place, stop);
                using var answer = first.StatusCode == HttpStatusCode.Redirect && first.Headers.Location is { } on && !on.ToString().Contains("sign-in", StringComparison.Ordinal) ? await client.GetAsync(on, stop) : first;
                var text = await answer.Content.ReadAsStringAsync(stop);
                if (place == $"/files/{file}") isChecked = !text.Contains("点検しています", StringComparison.Ordinal);
                if (answer.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"{place} {(int)answer.StatusCode}");
            }
            latencies.Add(kind, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        } catch (HttpRequestException e) {
            latencies.Failed(kind, e);
        }
    }

    public void Dispose() => client.Dispose();

    private byte[] File(int upload) => PlainClaims.File(20, $"{9_990_000 + number}", chart: n => $"{number}-{upload}-{n}", days: _ => [3 + (upload % 20)]);

    private async Task Upload() => (file, isChecked) = ((await Upload("/files", "RECEIPTH.UKE", File(++uploads)))["/files/".Length..], false);

    private async Task Seal() {
        sealedFiles.Add(File(uploads));
        using var answer = await client.PostAsync($"/files/{file}/seal", new FormUrlEncodedContent([new("whyAgain", "測定のため")]));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new HttpRequestException($"seal {(int)answer.StatusCode}");
    }

    private async Task<string> Upload(string path, string name, byte[] bytes) {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var answer = await client.PostAsync(path, form);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : throw new HttpRequestException($"upload {(int)answer.StatusCode}");
    }
}
