using System.Net;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>
/// Every route of the endpoint table against everything that must not get in, made from the table: a route is covered the day it is mapped. The result is printed as a table,
/// one line a route.
/// </summary>
public sealed class SweepTests(ITestOutputHelper output) : IAsyncLifetime {
    private static readonly string[] Roles = [
        InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole, InternalToken.DeskRole, InternalToken.EngineerRole, InternalToken.PendingRole, InternalToken.GatewayRole, "owner"];

    private static readonly string[] Malformed = ["{", "[]", "null", "\"\"", "{\"a\":1}{", "\u0000", """{"deep":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"""];

    /// <summary>Over-long, full width, Cyrillic, a joiner nobody sees, one letter as two, a line, a null, a way up, a number that is too large, half a pair.</summary>
    private static readonly string[] NoIds = [new('a', 201), new('9', 2000), "ｎｏｎｅ１", "nоne", "no\u200Dne", "か\u3099", "a\nb", "a\0b", "../../up", "99999999999999999999", "-1", "😀", "%ED%A0%80", "202413", "０２０２４０７"];

    private const string HalfPairs = """{"loginName":"\ud800","code":"\ud800","name":"\ud800","text":"\ud800","password":"\ud800"}""";

    private CloudHarness cloud = null!;
    private HarnessStation station = null!;
    private string device = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => cloud.Time.GetUtcNow();

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        station = await cloud.OpenStation();
        using var enrolled = await station.Device();
        device = (await enrolled.Token()).Token;
    }

    [Fact]
    public async Task No_route_lets_in_what_its_entry_does_not_name_or_breaks_on_a_body() {
        var lines = new List<string> { Line("route", "access", "no token", "other role", "gone tenant", "oversize", "malformed") };
        var wrong = new List<string>();
        foreach (var route in ClaimsCloudModules.Table().Http) {
            var open = route.Access is Access.Credential or Access.Anybody;
            int[][] answers = [
                [open ? 0 : await Status(route, null, "{}")],
                open ? [] : await All(OtherTokens(route.Access), token => Status(route, token, "{}")),
                IsOfStation(route.Access) && route.Access != Access.Device ? [await Status(route, Token(Proper(route.Access), "no-such-tenant"), "{}")] : [],
                route.Method == "POST" ? [await Oversize(route)] : [],
                route.Method == "POST" ? await All(Malformed, body => Status(route, ProperToken(route.Access), body)) : [],
            ];
            lines.Add(Line($"{route.Method} {route.Route}", $"{route.Access}", [.. answers.Select(a => string.Join('/', a.Where(s => s != 0).Distinct().Order()))]));
            if (!open && answers[0] is not [401]) wrong.Add($"{route.Method} {route.Route} without a token: {answers[0][0]}");
            if (answers[1].Any(s => s is not 401 and not 403)) wrong.Add($"{route.Method} {route.Route} with another role: {string.Join(',', answers[1])}");
            if (answers[2].Any(s => s != 403)) wrong.Add($"{route.Method} {route.Route} of a tenant that is gone: {answers[2][0]}");
            if (answers[3].Any(s => s != 413)) wrong.Add($"{route.Method} {route.Route} oversize: {answers[3][0]}");
            if (answers[4].Any(s => s >= 500 || (TakesJson(route) && s < 400))) wrong.Add($"{route.Method} {route.Route} malformed: {string.Join(',', answers[4])}");
        }
        output.WriteLine(string.Join('\n', lines));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(lines.Count > 80, $"only {lines.Count} routes");
    }

    /// <summary>Ids that are too long, look like others or are none, in every place of an address: in its path and in its query.</summary>
    [Fact]
    public async Task No_route_breaks_on_an_id_that_cannot_be_one() {
        var wrong = new List<string>();
        foreach (var route in ClaimsCloudModules.Table().Http) {
            var names = route.Handler.Method.GetParameters().Where(p => IsSimple(p.ParameterType) && !route.Route.Contains($"{{{p.Name}}}", StringComparison.Ordinal)).Select(p => p.Name!).ToList();
            foreach (var value in NoIds) {
                var filled = Routing.Fill(route.Route, _ => Uri.EscapeDataString(value));
                var address = names.Count == 0 ? filled : $"{filled}?{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(value)}"))}";
                if (address == route.Route) break;
                var status = await Send(route, ProperToken(route.Access), address, HalfPairs);
                if (status >= 500) wrong.Add($"{route.Method} {route.Route} with {Uri.EscapeDataString(value)[..Math.Min(40, Uri.EscapeDataString(value).Length)]}: {status}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(string) || plain.IsPrimitive || plain.IsEnum || plain == typeof(DateOnly) || plain == typeof(DateTimeOffset));

    private static string Line(string route, string access, params string[] cells) => $"{route,-66} {access,-10} {string.Join(' ', cells.Select(c => $"{(c.Length == 0 ? "-" : c),-14}"))}";

    private static async Task<int[]> All<T>(IEnumerable<T> what, Func<T, Task<int>> ask) {
        var answers = new List<int>();
        foreach (var one in what) answers.Add(await ask(one));
        return [.. answers];
    }

    /// <summary>A handler that takes a type of the contracts takes it as JSON; the others read the body as it comes, or not at all.</summary>
    private static bool TakesJson(HttpEndpoint route) => route.Handler.Method.GetParameters()
        .Any(p => p.ParameterType.Namespace == typeof(InternalToken).Namespace && !new System.Reflection.NullabilityInfoContext().Create(p).WriteState.Equals(System.Reflection.NullabilityState.Nullable));

    private static string[] Allowed(Access access) => access switch {
        Access.Biller => [InternalToken.AdminRole, InternalToken.BillerRole],
        Access.Nurse => [InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole],
        Access.Admin => [InternalToken.AdminRole],
        Access.Desk or Access.Granted => [InternalToken.DeskRole, InternalToken.EngineerRole],
        Access.Engineer => [InternalToken.EngineerRole],
        Access.Manager => [InternalToken.AdminRole, InternalToken.EngineerRole],
        Access.Person => [InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole, InternalToken.DeskRole, InternalToken.EngineerRole],
        Access.Pending => [InternalToken.PendingRole],
        Access.Gateway => [InternalToken.GatewayRole],
        _ => [],
    };

    private static string Proper(Access access) => Allowed(access) is [var first, ..] ? first : "";

    private static bool IsOfStation(Access access) => access is Access.Biller or Access.Nurse or Access.Admin or Access.Device or Access.Manager;

    private string? TenantOf(string role) => role is InternalToken.AdminRole or InternalToken.BillerRole or InternalToken.NurseRole or "owner" ? station.Tenant : null;

    private string Token(string role, string? tenant) => cloud.Tokens.Make(Now, "p", role, tenant);

    private string? ProperToken(Access access) => access switch { Access.Credential or Access.Anybody => null, Access.Device => device, _ => Token(Proper(access), TenantOf(Proper(access))) };

    /// <summary>Every role in its own house, and every role in the wrong one, that the entry does not name.</summary>
    private IEnumerable<string> OtherTokens(Access access) {
        foreach (var role in Roles) {
            if (!Allowed(access).Contains(role)) yield return Token(role, TenantOf(role));
            if (role is InternalToken.PendingRole or InternalToken.GatewayRole) continue;
            yield return Token(role, TenantOf(role) is null ? station.Tenant : null);
        }
        if (access != Access.Device) yield return device;
    }

    private Task<int> Status(HttpEndpoint route, string? token, string body) => Send(route, token, Routing.Fill(route.Route, name => name == "number" ? "1" : "none"), body);

    private async Task<int> Send(HttpEndpoint route, string? token, string address, string body) {
        using var client = cloud.Client(() => token);
        using var request = new HttpRequestMessage(new(route.Method), address);
        if (route.Method == "POST") request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    /// <summary>Announces one byte more than the entry allows; the answer must come before any of it is read.</summary>
    private async Task<int> Oversize(HttpEndpoint route) {
        using var client = cloud.Client(() => ProperToken(route.Access));
        using var request = new HttpRequestMessage(HttpMethod.Post, Routing.Fill(route.Route, _ => "none")) { Content = new Announced(route.BodyLimit + 1) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private sealed class Announced(long length) : HttpContent {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("The body was asked for.");

        protected override bool TryComputeLength(out long computed) {
            computed = length;
            return true;
        }
    }
}
