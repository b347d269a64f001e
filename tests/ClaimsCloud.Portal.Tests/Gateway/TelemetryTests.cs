using System.Text;
using ClaimsCloud.Hosting;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>What three hosts tell a collector of a journey: one trace over all of them, what each message did, and nobody's name.</summary>
public sealed class TelemetryTests {
    [Fact]
    public async Task One_trace_goes_through_every_host_and_names_nobody() {
        await using var collector = await Collector.Run();
        string trace;
        await using (var stack = await PortalStack.Run(collector: collector.Address)) {
            var station = await stack.OpenStation();
            var file = await station.Upload(UkeText.Sample("demo-station-a"));
            await Stack.Pages.Settled(station, file);
            using var visitor = await station.Visit();
            using var answer = await visitor.Get($"/files/{file}/claims?search={Uri.EscapeDataString("相沢")}");
            Assert.Contains("相沢", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            trace = Assert.Single(answer.Headers.GetValues(RequestId.Header));
        }

        var number = Convert.FromHexString(trace);
        Assert.Superset(new HashSet<string> { "claimscloud-gateway", "claimscloud-portal", "claimscloud-functions" }, ServicesOf(collector, number));
        // The functions host's line about the call has the number too.
        Assert.True(collector.Holds("logs", Encoding.ASCII.GetBytes(trace)));
        foreach (var text in (string[])["GET claim-files/{fileId}/claims", "GET /files/{fileId}/claims", "message ClaimFileUploaded", "claimscloud.outcome"]) Assert.True(collector.Holds("traces", Encoding.UTF8.GetBytes(text)), text);
        // Who wrote a message can be read from its span, which is in a trace of its own.
        // Three hosts in one process: each sends every span.
        var spans = collector.Received.Where(r => r.Signal == "traces").SelectMany(r => OtlpSpans.Read(r.Body)).DistinctBy(s => s.Id).ToList();
        // A message may be delivered more than once; and journeys of other tests, whose spans come here too, write it in other calls.
        var uploads = spans.Where(s => s.Name == "POST claim-files").ToDictionary(s => (s.Trace, s.Id));
        var messages = spans.Where(s => s.Name == "message ClaimFileUploaded").Select(s => (Span: s, Wrote: uploads.GetValueOrDefault(Assert.Single(s.Links)))).Where(m => m.Wrote is not null).ToList();
        Assert.NotEmpty(messages);
        Assert.All(messages, m => Assert.Equal(("", false), (m.Span.Parent, m.Span.Trace == m.Wrote!.Trace)));
        foreach (var text in (string[])["http.server.request.duration", "claimscloud.messages"])
            Assert.True(collector.Holds("metrics", Encoding.UTF8.GetBytes(text)), text);
        foreach (var signal in (string[])["traces", "logs", "metrics"])
            foreach (var text in (string[])["相沢", Uri.EscapeDataString("相沢"), "url.query", "url.full", "url.path", "user_agent", "client.address", "請求 花子", "いぶき"])
                Assert.False(collector.Holds(signal, Encoding.UTF8.GetBytes(text)), $"{text} in {signal}");
    }

    private static HashSet<string> ServicesOf(Collector collector, byte[] trace) => [.. collector.Received.Where(r => r.Signal == "traces" && r.Body.AsSpan().IndexOf(trace) >= 0)
        .SelectMany(r => ((string[])["claimscloud-gateway", "claimscloud-portal", "claimscloud-functions"]).Where(s => r.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0))];
}
