using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Session;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace ClaimsCloud.Gateway.Proxy;

/// <summary>Everything that passes the door. Of the functions host only the edge routes are listed: nothing else of it can be reached from outside.</summary>
internal static class RouteTable {
    public const string Portal = "portal";
    public const string Functions = "functions";
    private const string AccountPage = "/account";
    /// <summary>Pages that show where one may sign in.</summary>
    public static readonly string[] WithOrganisations = [SessionModule.SignInPage, AccountPage];

    /// <summary>A device's own bearer token is checked by the functions host.</summary>
    public static readonly string[] EdgeHeaders = ["Authorization", "Content-Type", "Content-Length", "Accept", "Range", "User-Agent"];
    public static readonly string[] PageHeaders = ["Content-Type", "Content-Length", "Accept", "Accept-Language", "If-None-Match", "Range", "HX-Request", "HX-Target", "HX-Trigger"];

    public static IReadOnlyList<RouteConfig> Routes { get; } = [
        Edge("edge-enrol", "POST", EdgeRoutes.Enrol),
        Edge("edge-token", "POST", EdgeRoutes.Token),
        Edge("edge-work", "POST", EdgeRoutes.Work),
        Edge("edge-job-content", "GET", EdgeRoutes.JobContent),
        Edge("edge-job-events", "POST", EdgeRoutes.JobEvents),
        Edge("edge-files", "POST", EdgeRoutes.Files) with { MaxRequestBodySize = BodySizes.EdgeFile },
        Edge("edge-file-progress", "GET", EdgeRoutes.FileProgress),
        Edge("edge-file-parts", "POST", EdgeRoutes.FileParts) with { MaxRequestBodySize = FileProgress.LargestPart },
        Edge("edge-file-end", "POST", EdgeRoutes.FileEnd),
        Edge("edge-keys", "POST", EdgeRoutes.Keys),
        Edge("edge-release", "GET", EdgeRoutes.ReleaseProgram),
        Page("sign-in", "GET", SessionModule.SignInPage, "anonymous"),
        Page("account", "GET", AccountPage, SessionModule.SignedIn),
        Page("sign-in-code", "GET", SessionModule.CodePage, SessionModule.Halfway),
        Page("sign-in-set-up", "GET", SessionModule.SetUpPage, SessionModule.Halfway),
        Page("join", "GET", SessionModule.JoinPage, "anonymous"),
        Page("assets", "GET", "/assets/{**name}", "anonymous"),
        Page("icon", "GET", "/favicon.ico", "anonymous"),
        Page("apply", "GET", "/apply/{**path}", "anonymous"),
        Page("application", "POST", "/apply/{**path}", "anonymous"),
        Page("case-paper", "POST", "/cases/{caseId}/papers", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.Paper },
        Page("case-sheet", "POST", "/cases/sheets/{partner}", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.Paper },
        Page("checklist-paper", "POST", "/checklist/papers", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.Paper },
        Page("upload", "POST", "/files", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.ClaimFile },
        Page("bundle", "POST", "/months/{month}/imports", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.Bundle },
        Page("release", "POST", "/desk/releases", SessionModule.SignedIn) with { MaxRequestBodySize = BodySizes.Release },
        Page("pages", "GET", "/{**path}", SessionModule.SignedIn) with { Order = 100 },
        Page("forms", "POST", "/{**path}", SessionModule.SignedIn) with { Order = 100 },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(Places places) => [Cluster(Portal, places.Portal), Cluster(Functions, places.Functions)];

    private static RouteConfig Edge(string id, string method, string path) =>
        new() { RouteId = id, ClusterId = Functions, Match = new() { Methods = [method], Path = "/" + path }, AuthorizationPolicy = "anonymous" };

    private static RouteConfig Page(string id, string method, string path, string policy) => new() {
        RouteId = id, ClusterId = Portal, Match = new() { Methods = method == "GET" ? ["GET", "HEAD"] : [method], Path = path }, AuthorizationPolicy = policy,
    };

    /// <summary>The time-out counts from the last byte: a connector's question for work stays open for up to a minute.</summary>
    private static ClusterConfig Cluster(string id, IReadOnlyList<Uri> nodes) => new() {
        ClusterId = id,
        Destinations = nodes.ToDictionary(node => node.ToString(), node => new DestinationConfig { Address = node.ToString() }),
        // One node is asked whatever it says of itself; of several, one that does not answer is left out until it does.
        HealthCheck = nodes.Count == 1 ? null : new() {
            AvailableDestinationsPolicy = "HealthyOrPanic",
            Active = new() { Enabled = true, Interval = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(5), Policy = "ConsecutiveFailures", Path = "/health" },
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(5) },
        },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(100) },
    };
}
