using System.Collections.Concurrent;
using System.Net;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>The product under the contract of the Functions host; the test is the host.</summary>
public sealed class TriggerTests : IAsyncLifetime {
    private const string Finished = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";
    private readonly ConcurrentQueue<(string Queue, string Scope)> wakes = new();
    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private HttpClient host = null!;

    private string Scope => $"tenant/{station.Tenant}";

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(wakes: (queue, scope, _, _) => {
            wakes.Enqueue((queue, scope.Text));
            return Task.CompletedTask;
        });
        station = await cloud.OpenStation();
        host = cloud.Client();
    }

    [Fact]
    public async Task A_commit_wakes_its_queue_and_the_queue_s_trigger_does_the_work() {
        using var biller = station.Biller();
        foreach (var form in (string[])["queue.json", "queue-third-try.json", "queue-plain.json"]) {
            wakes.Clear();
            var file = await biller.Upload(SampleFiles.Claims());
            await Eventually.Holds("the queue is woken", () => Task.FromResult(wakes.Contains(("checks", Scope))));
            Assert.Equal(ClaimFileState.Received, (await biller.File(file.FileId)).File.State);
            Assert.Equal((HttpStatusCode.OK, Finished), await Post("DeliverChecks", HostForms.Queue(Scope, form)));
            Assert.Equal(ClaimFileState.Checked, (await biller.File(file.FileId)).File.State);
        }
        // What the handler sent wakes in its turn.
        await Eventually.Holds("the desk's queue is woken", () => Task.FromResult(wakes.Any(w => w.Queue == "projections")));
    }

    [Fact]
    public async Task The_sweep_wakes_what_a_lost_wake_left_behind() {
        using var biller = station.Biller();
        await biller.Upload(SampleFiles.Claims());
        await Eventually.Holds("the queue is woken", () => Task.FromResult(wakes.Contains(("checks", Scope))));
        wakes.Clear();
        Assert.Equal((HttpStatusCode.OK, Finished), await Post(FunctionNames.Sweep, HostForms.Timer()));
        Assert.Contains(("checks", Scope), wakes);
    }

    [Fact]
    public async Task Every_timer_of_the_table_runs_when_the_host_says_so() {
        foreach (var timer in ClaimsCloudModules.Table().Timers) Assert.Equal((HttpStatusCode.OK, Finished), await Post(timer.Name, HostForms.Timer()));
    }

    [Fact]
    public async Task What_names_no_scope_or_is_not_the_host_s_form_fails_so_that_the_host_parks_it() {
        foreach (var body in (string[])[HostForms.Queue("", "queue-object.json"), HostForms.Timer(), "", "{}", "null", """{"Data":null,"Metadata":{}}""", """{"Data":{"wake":"\"tenant/x"},"Metadata":{}}"""])
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, (await Post("DeliverChecks", body)).Status));
    }

    [Fact]
    public async Task A_wake_for_a_tenant_that_is_not_there_is_done_with_and_makes_no_store() {
        Assert.Equal((HttpStatusCode.OK, Finished), await Post("DeliverChecks", HostForms.Queue("tenant/no-such-tenant-here")));
        Assert.False(await cloud.StoresContain("no-such-tenant-here"));
    }

    [Fact]
    public async Task Without_the_host_there_is_no_trigger_and_with_it_no_pump() {
        await using var standalone = await CloudHarness.Run();
        using var client = standalone.Client();
        foreach (var trigger in FunctionNames.Triggers(ClaimsCloudModules.Table()))
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(HostForms.Call(trigger, HostForms.Timer()))).StatusCode);
    }

    public async ValueTask DisposeAsync() {
        host.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(string function, string body) {
        using var answer = await host.SendAsync(HostForms.Call(function, body));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
