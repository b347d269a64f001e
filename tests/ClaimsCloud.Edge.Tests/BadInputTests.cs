using System.Net;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.OnSite;
using ClaimsCloud.Edge.Sensors;
using ClaimsCloud.Testing;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The bad input that a site gives without meaning to: each ends in a state of the README's table, with a code and a sentence.</summary>
public sealed class BadInputTests : IAsyncLifetime {
    private CloudHarness _cloud = null!;
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        _cloud = await CloudHarness.Run();
        _site = await Site.Open(_cloud, 900);
    }

    public async ValueTask DisposeAsync() {
        await _site.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData(200, "text/html", "<html><body>同意する</body></html>")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "{\"serverTime\":\"0001-01-01T00:00:00Z\",\"jobs\":null,\"token\":\"x\",\"receiptId\":\"\"}")]
    [InlineData(200, "application/octet-stream", "\u0000\u0001garbage")]
    [InlineData(302, "text/html", "")]
    [InlineData(403, "text/html", "blocked")]
    [InlineData(404, "application/problem+json", "{\"code\":\"\",\"title\":\"\",\"status\":404}")]
    [InlineData(407, "text/html", "proxy")]
    [InlineData(500, "application/problem+json", "{\"code\":\"failed\",\"title\":\"\",\"status\":500}")]
    public async Task Whatever_answers_in_the_place_of_the_cloud_moves_nothing_and_the_real_one_finds_all_as_it_was(int status, string type, string body) {
        await using var stranger = await AnyServer.Answering(context => {
            (context.Response.StatusCode, context.Response.ContentType) = (status, type);
            return context.Response.WriteAsync(body);
        });
        File.WriteAllText(Path.Combine(_site.Terminal.In, "list.csv"), "a");
        var id = await _site.Seal();
        using (var connector = new SteppedConnector(_site, new Faults())) {
            // Up to the point where the job is known and the file waits.
            await connector.Round();
            connector.Drop();
            var real = EdgeSettings.Load(_site.Data);
            (real with { Cloud = stranger.Address }).Save(_site.Data);
            var before = connector.Host.Ledger.AllJobs();
            for (var i = 0; i < 4; i++) await connector.Round();
            Assert.Equal(before.Select(j => j.Id), connector.Host.Ledger.AllJobs().Select(j => j.Id));
            Assert.All(connector.Host.Ledger.AllFiles(), f => Assert.Equal(FileState.Copied, f.State));
            Assert.DoesNotContain(connector.Host.Ledger.AllJobs(), j => j.State == JobState.Refused);
            connector.Drop();
            real.Save(_site.Data);
            for (var i = 0; i < 10; i++) await connector.Round();
        }
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Single(await _site.Returns());
    }

    [Fact]
    public async Task Content_with_the_wrong_hash_is_never_placed_and_is_fetched_again() {
        var lies = 3;
        using var way = new HttpClient(new SocketsHttpHandler());
        await using var liar = await AnyServer.Answering(async context => {
            using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(_cloud.Address, context.Request.Path + context.Request.QueryString));
            if (context.Request.Method == "POST") request.Content = new StreamContent(context.Request.Body);
            foreach (var header in context.Request.Headers)
                if (header.Key is not ("Host" or "Transfer-Encoding") && !request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) request.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
            using var answer = await way.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            if (context.Request.Path.Value!.EndsWith("/content", StringComparison.Ordinal) && lies-- > 0) bytes[0] ^= 1;
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await context.Response.Body.WriteAsync(bytes);
        });
        (EdgeSettings.Load(_site.Data) with { Cloud = liar.Address }).Save(_site.Data);
        var id = await _site.Seal();
        using var connector = new SteppedConnector(_site, new Faults());
        await connector.Round();
        Assert.Empty(OnlinePlaced());
        for (var i = 0; i < 10; i++) await connector.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Single(OnlinePlaced());
    }

    [Fact]
    public async Task A_share_that_comes_back_as_another_server_gets_nothing_until_a_person_says_that_it_is_right() {
        using var connector = new SteppedConnector(_site, new Faults());
        var id = await _site.Seal();
        while (connector.Host.Ledger.AllJobs() is not [{ State: JobState.Placed }]) await connector.Round();
        Directory.Move(_site.Terminal.Out, _site.Terminal.Out + ".away");
        Directory.CreateDirectory(_site.Terminal.Out);
        for (var i = 0; i < 3; i++) await connector.Round();
        Assert.Contains(Alarms.FolderChanged, connector.Host.Report().Alarms);
        Assert.Equal(JobState.Placed, connector.Host.Ledger.AllJobs()[0].State);
        Assert.Empty(Directory.GetFileSystemEntries(_site.Terminal.Out));

        TerminalFolder.Accept(connector.Host.Ledger);
        for (var i = 0; i < 3; i++) await connector.Round();
        Assert.Equal(ClaimFileState.PlaceRefused, (await _site.Detail(id)).File.State);
        Assert.DoesNotContain(Alarms.FolderChanged, connector.Host.Report().Alarms);
    }

    [Fact]
    public async Task A_share_that_vanishes_between_the_intent_and_the_name_and_comes_back_holds_the_file_once() {
        var faults = new Faults();
        var gone = false;
        using var connector = new SteppedConnector(_site, faults);
        faults.Before = name => {
            if (name != "before file move" || gone) return;
            gone = true;
            Directory.Move(_site.Terminal.Out, _site.Terminal.Out + ".away");
        };
        var id = await _site.Seal();
        for (var i = 0; i < 4; i++) await connector.Round();
        Assert.True(gone);
        Assert.Contains(Alarms.OutFolderMissing, connector.Host.Report().Alarms);
        Directory.Move(_site.Terminal.Out + ".away", _site.Terminal.Out);
        for (var i = 0; i < 6; i++) await connector.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.Single(OnlinePlaced());
    }

    [Fact]
    public async Task A_file_that_a_person_takes_before_we_could_tell_is_not_placed_a_second_time() {
        var faults = new Faults();
        using var connector = new SteppedConnector(_site, faults);
        faults.Before = name => {
            if (name != "after file move") return;
            faults.Before = null;
            foreach (var placed in OnlinePlaced()) File.Delete(placed);
            throw new ProcessGoneException();
        };
        var id = await _site.Seal();
        for (var i = 0; i < 8; i++) await connector.Round();
        Assert.Empty(OnlinePlaced());
        Assert.Equal(ClaimFileState.PlaceRefused, (await _site.Detail(id)).File.State);
    }

    [Fact]
    public async Task With_too_little_room_nothing_is_taken_in_and_the_heart_beats_on() {
        var free = 99L << 20;
        using var host = EdgeHost.Build(new EdgeOptions(_site.Data) { FreeBytes = _ => free });
        File.WriteAllText(Path.Combine(_site.Terminal.In, "list.csv"), "a");
        await _site.Seal();
        foreach (var (megabytes, isLow) in ((long, bool)[])[(99, true), (101, true), (149, true), (150, true), (151, false), (101, false), (100, false), (99, true)]) {
            free = megabytes << 20;
            await host.Round(Stop);
            await host.Round(Stop);
            Assert.Equal(isLow, (await _site.Connector()).Alarms.Contains(Alarms.DiskFull));
            if (isLow && megabytes != 99) Assert.All(host.Ledger.AllJobs(), j => Assert.Equal(JobState.Created, j.State));
        }
        Assert.NotEmpty(host.Ledger.AllJobs());
    }

    [Fact]
    public async Task A_damaged_ledger_is_kept_aside_and_built_up_again() {
        var id = await _site.Seal();
        using (var connector = new SteppedConnector(_site, new Faults())) {
            while (connector.Host.Ledger.AllJobs() is not [{ State: JobState.Placed }]) await connector.Round();
            await connector.Round();
        }
        var path = Path.Combine(_site.Data, "ledger.db");
        File.Delete(path + "-wal");
        File.WriteAllText(path, "this was a database once");
        using var again = new SteppedConnector(_site, new Faults());
        for (var i = 0; i < 5; i++) await again.Round();
        Assert.Equal(ClaimFileState.SeenUnchanged, (await _site.Detail(id)).File.State);
        Assert.True(File.Exists(path + ".damaged-1"));
        Assert.Single(OnlinePlaced());
    }

    [Theory]
    [InlineData("RECEIPTH.UKE", true), InlineData("a", true), InlineData("202411-s-01h8", true)]
    [InlineData("CON", false), InlineData("nul.UKE", false), InlineData("COM1.txt", false), InlineData("lpt9", false), InlineData("RECEIP~1.UKE", false)]
    [InlineData("..", false), InlineData(".hidden", false), InlineData("a/b", false), InlineData("a\\b", false), InlineData("a:b", false), InlineData("name.", false)]
    [InlineData("name ", false), InlineData("請求.UKE", false), InlineData("", false), InlineData(null, false)]
    public void A_name_from_the_cloud_is_a_plain_name_or_refused(string? name, bool isPlain) => Assert.Equal(isPlain, PlainName.Is(name));

    [Fact]
    public async Task A_cloud_that_asks_for_a_rest_gets_it() {
        var (calls, time) = (0, new ManualTime(TimeProvider.System.GetUtcNow()));
        await using var busy = await AnyServer.Answering(context => {
            calls++;
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        });
        (EdgeSettings.Load(_site.Data) with { Cloud = busy.Address }).Save(_site.Data);
        using var host = EdgeHost.Build(new EdgeOptions(_site.Data) { Time = time });
        using var ending = new CancellationTokenSource();
        var running = host.Run(ending.Token);
        await Site.Until(() => Task.FromResult(calls > 0), () => Task.FromResult("nobody called"));
        var before = calls;
        for (var i = 0; i < 11; i++) time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(before, calls);
        await Site.Until(() => {
            time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(calls > before);
        }, () => Task.FromResult("it never called again"));
        await ending.CancelAsync();
        await running;
    }

    [Fact]
    public void Every_alarm_has_its_own_sentences() {
        var codes = typeof(Alarms).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)
            .Concat(["settings-changed", "certificate-ending", "certificate-ended", "care-certificate-ending", "care-certificate-ended", "os-ending", "os-ended"]).ToList();
        Assert.All(codes, code => Assert.DoesNotContain(code, AlarmText.Of(code).ToDo));
        Assert.Equal(codes.Count, codes.Select(c => AlarmText.Of(c).What).Distinct().Count());
    }

    private IReadOnlyList<string> OnlinePlaced() => Testing.OnlineClaims.OnlineClaimsSystem.Placed(_site.Terminal);
}
