using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Every way into the product: HTTP routes, messages, timers. Modules fill it, a host runs it. Nothing is reachable that is not in it, and no
/// route gets in without saying who may call it.
/// </summary>
public sealed class EndpointTable {
    private readonly List<HttpEndpoint> http = [];
    private readonly Dictionary<string, MessageEndpoint> messages = [];
    private readonly List<TimerEndpoint> timers = [];
    private Feature? part;

    public IReadOnlyList<HttpEndpoint> Http => http;
    public IReadOnlyCollection<MessageEndpoint> Messages => messages.Values;
    public IReadOnlyList<TimerEndpoint> Timers => timers;

    /// <summary>The routes that are mapped inside are closed to stations without that part of the product.</summary>
    internal void OnlyWith(Feature feature, Action map) {
        part = feature;
        map();
        part = null;
    }

    internal void MapGet([StringSyntax("Route")] string route, Access access, Delegate handler) => http.Add(new("GET", route, access, BodyLimit.None, handler) { Feature = part });

    internal void MapPost([StringSyntax("Route")] string route, Access access, Delegate handler) => MapPost(route, access, BodyLimit.Json, handler);

    internal void MapPost([StringSyntax("Route")] string route, Access access, long bodyLimit, Delegate handler) => http.Add(new("POST", route, access, bodyLimit, handler) { Feature = part });

    /// <summary>A message inside one tenant. A type of message has exactly one handler.</summary>
    internal void MapMessage<T>(string name, string queue, Func<Received<T>, TenantScope, CancellationToken, Task> handler) where T : class =>
        messages.Add(typeof(T).Name, new(name, queue, typeof(T).Name, (message, from, tenant, _, stop) =>
            handler(Read<T>(message, from), tenant ?? throw new InvalidOperationException($"{name} needs a tenant."), stop)));

    /// <summary>A message to the platform plane.</summary>
    internal void MapPlatformMessage<T>(string name, string queue, Func<Received<T>, PlatformScope, CancellationToken, Task> handler) where T : class =>
        messages.Add(typeof(T).Name, new(name, queue, typeof(T).Name, (message, from, _, platform, stop) => handler(Read<T>(message, from), platform, stop)));

    /// <param name="cron">Six fields, UTC: second minute hour day month weekday; each <c>*</c>, a number or <c>*/n</c>.</param>
    internal void MapTimer(string name, string cron, Func<PlatformScope, CancellationToken, Task> handler) => timers.Add(new(name, CronTime.Parse(cron), handler));

    private static Received<T> Read<T>(OutboxMessage message, ScopeName from) where T : class =>
        new(message.Id, from, JsonSerializer.Deserialize<T>(message.Json, Json.Incoming) ?? throw new JsonException($"Message {message.Id} is null."));
}

/// <summary>Who may call a route. There is no default.</summary>
public enum Access {
    /// <summary>A person of a station who bills, or its admin; the tenant comes from the token, here and in the next two.</summary>
    Biller,
    /// <summary>Every person of a station: what a nurse needs to record visits.</summary>
    Nurse,
    /// <summary>An admin of a station.</summary>
    Admin,
    /// <summary>A person of the vendor: desk or engineer.</summary>
    Desk,
    /// <summary>An engineer of the vendor.</summary>
    Engineer,
    /// <summary>A person of the vendor to whom the station in the address has opened something, while that lasts. The call stands in the station's audit log.</summary>
    Granted,
    /// <summary>Who looks after the people of a house: a station's admin or an engineer of the vendor.</summary>
    Manager,
    /// <summary>A person whose password was right and whose second factor is not there yet.</summary>
    Pending,
    /// <summary>Any signed-in person; for what is the same for all.</summary>
    Person,
    /// <summary>The gateway in its own name.</summary>
    Gateway,
    /// <summary>An enrolled connector; tenant and device come from its token.</summary>
    Device,
    /// <summary>What the body carries is the credential: enrolment code, signed assertion, key of a draft, invitation.</summary>
    Credential,
    /// <summary>Somebody whom nobody knows: the public form of application. The gateway limits how often.</summary>
    Anybody,
}

public static class BodyLimit {
    public const long None = 0;
    public const long Json = 256 * 1024;
    public const long ClaimFile = 2L * 1024 * 1024 * 1024;
    public const long EdgeFile = 200L * 1024 * 1024;
    public const long Bundle = 64L * 1024 * 1024;
    public const long CareCodes = 16L * 1024 * 1024;
    public const long Paper = 10L * 1024 * 1024;
    public const long Sheet = 8L * 1024 * 1024;
    public const long Release = 512L * 1024 * 1024;
    public const long EdgeFilePart = FileProgress.LargestPart;
}

public sealed record HttpEndpoint(string Method, string Route, Access Access, long BodyLimit, Delegate Handler) {
    /// <summary>The part of the product that it belongs to; null for what every station has.</summary>
    public Feature? Feature { get; init; }
}

/// <param name="Message">Name of the message's type.</param>
public sealed record MessageEndpoint(string Name, string Queue, string Message, MessageDelivery Deliver);

public delegate Task MessageDelivery(OutboxMessage message, ScopeName from, TenantScope? tenant, PlatformScope platform, CancellationToken stop);

public sealed record TimerEndpoint(string Name, CronTime Cron, Func<PlatformScope, CancellationToken, Task> Handler);

/// <summary>Messages of one queue and scope are delivered one after the other; queues do not wait for each other.</summary>
internal static class Queues {
    /// <summary>Long work over claim files.</summary>
    public const string Checks = "checks";
    /// <summary>Records of a month that came as a file.</summary>
    public const string Imports = "imports";
    /// <summary>What comes from and goes to a site.</summary>
    public const string Site = "site";
    /// <summary>What the desk sees.</summary>
    public const string Projections = "projections";
}
