using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Azure;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>
/// host.json and a function.json for every function of the endpoint table: what the Functions host reads to know routes, timers and queues. <c>functions --Out DIR</c> writes
/// them; those in <c>infra/functions</c> are compared with the table by a test.
/// </summary>
internal static class FunctionFiles {
    public const string Command = "functions";
    private const string Function = "function.json";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Relative path, with forward slashes, and content.</summary>
    public static IReadOnlyDictionary<string, string> Of(EndpointTable table) {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host.json"] = Text(Host()) };
        foreach (var route in FunctionNames.Routes(table))
            files[$"{FunctionNames.ForRoute(route)}/{Function}"] = Bindings(
                new JsonObject {
                    // Who may call stands in the table and is checked here; a key of the host would be one more secret that opens nothing.
                    ["type"] = "httpTrigger", ["direction"] = "in", ["name"] = "req", ["authLevel"] = "anonymous", ["route"] = route, ["methods"] = new JsonArray([.. Methods(table, route).Select(m => JsonValue.Create(m))]),
                },
                new JsonObject { ["type"] = "http", ["direction"] = "out", ["name"] = "res" });
        foreach (var timer in table.Timers) files[$"{timer.Name}/{Function}"] = Timer(timer.Cron.Text);
        files[$"{FunctionNames.Sweep}/{Function}"] = Timer("30 */5 * * * *");
        foreach (var queue in FunctionNames.Queues(table))
            files[$"{FunctionNames.ForQueue(queue)}/{Function}"] = Bindings(new JsonObject {
                ["type"] = "queueTrigger", ["direction"] = "in", ["name"] = TriggerRoutes.WakeBinding, ["queueName"] = StorageWakes.QueueName(queue), ["connection"] = "ClaimsCloudQueues",
            });
        return files;
    }

    /// <summary>Functions that the table no longer has go away.</summary>
    public static void Write(EndpointTable table, string folder) {
        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, Function)))) Directory.Delete(stale, recursive: true);
        foreach (var (path, content) in Of(table)) {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), content);
        }
    }

    private static IEnumerable<string> Methods(EndpointTable table, string route) => route == FunctionNames.Health ? ["get"]
        : table.Http.Where(h => h.Route == route).Select(h => h.Method.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Timer(string cron) => Bindings(new JsonObject { ["type"] = "timerTrigger", ["direction"] = "in", ["name"] = "timer", ["schedule"] = cron });

    private static string Bindings(params JsonNode[] bindings) => Text(new JsonObject { ["bindings"] = new JsonArray(bindings) });

    private static string Text(JsonObject file) => file.ToJsonString(Format).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Host() => new() {
        ["version"] = "2.0",
        // What a handler of messages may take at most; it says every half minute that it is still there.
        ["functionTimeout"] = "01:00:00",
        ["extensionBundle"] = new JsonObject { ["id"] = "Microsoft.Azure.Functions.ExtensionBundle", ["version"] = "[4.*, 5.0.0)" },
        ["extensions"] = new JsonObject {
            ["http"] = new JsonObject { ["routePrefix"] = "" },
            ["queues"] = new JsonObject {
                ["messageEncoding"] = "none", ["batchSize"] = 16, ["newBatchThreshold"] = 8, ["maxDequeueCount"] = TriggerRoutes.MaxDequeueCount,
                ["visibilityTimeout"] = "00:00:30", ["maxPollingInterval"] = "00:00:05",
            },
        },
        ["customHandler"] = new JsonObject {
            ["description"] = new JsonObject { ["defaultExecutablePath"] = "ClaimsCloud.Functions" },
            // Not enableForwardingHttpRequest: that buffers bodies and leaves no mark on what it forwards (HostCall).
            ["enableProxyingHttpRequest"] = true,
        },
        ["logging"] = new JsonObject { ["logLevel"] = new JsonObject { ["default"] = "Information", ["Host.Aggregator"] = "Warning" } },
    };
}
