using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimsCloud.Functions.CustomHandler;

namespace ClaimsCloud.Application.Tests.CustomHandler;

/// <summary>The isolated worker is not built with the solution, so its attributes are compared as text with the files that come from the endpoint table.</summary>
public sealed partial class IsolatedTests {
    private static readonly IReadOnlyDictionary<string, string> Files = FunctionFiles.Of(ClaimsCloudModules.Table());

    [Fact]
    public void The_isolated_worker_has_every_timer_and_queue_of_the_table() {
        var declared = Attributes("Timers.cs", TimerAttribute()).Concat(Attributes("QueueMessages.cs", QueueAttribute()));
        var wanted = Files.Where(f => f.Key.EndsWith("function.json", StringComparison.Ordinal)).Select(f => (Name: f.Key.Split('/')[0], Trigger: Trigger(f.Value)))
            .Where(f => f.Trigger.GetProperty("type").GetString() != "httpTrigger")
            .Select(f => $"{f.Name} {(f.Trigger.TryGetProperty("schedule", out var schedule) ? schedule : f.Trigger.GetProperty("queueName")).GetString()}");
        Assert.Equal(wanted.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_host_treats_queues_as_the_custom_handler_s_does() {
        using var ours = JsonDocument.Parse(Read("host.json"));
        using var table = JsonDocument.Parse(Files["host.json"]);
        foreach (var part in (string[])["extensions", "functionTimeout"])
            Assert.True(JsonElement.DeepEquals(table.RootElement.GetProperty(part), ours.RootElement.GetProperty(part)), part);
    }

    private static JsonElement Trigger(string file) => JsonDocument.Parse(file).RootElement.GetProperty("bindings")[0];

    private static IEnumerable<string> Attributes(string file, Regex form) => form.Matches(Read(file)).Select(m => {
        // The method hands over under its own name and no other.
        Assert.Equal(m.Groups["name"].Value, m.Groups["handed"].Value);
        return $"{m.Groups["name"].Value} {m.Groups["on"].Value}";
    });

    private static string Read(string file, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "ClaimsCloud.Functions.Isolated", file));

    [GeneratedRegex("""\[Function\("(?<name>\w+)"\)\]\s+public Task \k<name>\(\[TimerTrigger\("(?<on>[^"]+)"\)\].*Trigger\("(?<handed>\w+)", "", stop\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimerAttribute();

    [GeneratedRegex("""\[Function\("(?<name>\w+)"\)\]\s+public Task \k<name>\(\[QueueTrigger\("(?<on>[^"]+)", Connection = Connection\)\].*Trigger\("(?<handed>\w+)", wake, stop\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QueueAttribute();
}
