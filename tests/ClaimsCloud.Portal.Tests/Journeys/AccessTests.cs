using System.Net;
using System.Text.RegularExpressions;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Journeys;

public sealed partial class AccessTests : IAsyncLifetime {
    private PortalStack stack = null!;

    public async ValueTask InitializeAsync() => stack = await PortalStack.Run();

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    [Fact]
    public async Task With_the_second_factor_the_password_opens_no_page_and_the_code_opens_them() {
        var station = await stack.OpenStation(secondFactor: SecondFactor.On);
        using var visitor = new Visitor(stack.Address);
        using (var half = await visitor.SignIn(station.Login, PortalStack.Password, "/files")) Assert.Equal("/sign-in/code?to=%2Ffiles", half.Headers.Location!.ToString());
        using (var page = await visitor.Get("/files")) Assert.Equal("/sign-in/code", page.Headers.Location!.ToString());
        Assert.Contains("認証アプリ", await Stack.Pages.Html(visitor, "/sign-in/code"), StringComparison.Ordinal);
        Assert.Equal("/sign-in/code?problem=code-wrong&to=%2Ffiles", await Code(visitor, "000000"));
        Assert.Equal("/files", await Code(visitor, HarnessStation.TotpCode(stack.Time.GetUtcNow())));
        using (var page = await visitor.Get("/files")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        // The step is behind her.
        using (var again = await visitor.Get("/sign-in/code")) Assert.Equal("/", again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Half_a_sign_in_is_worth_nothing_after_ten_minutes() {
        var station = await stack.OpenStation(secondFactor: SecondFactor.On);
        using var visitor = new Visitor(stack.Address);
        (await visitor.SignIn(station.Login, PortalStack.Password)).Dispose();
        stack.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("/sign-in?", await Code(visitor, HarnessStation.TotpCode(stack.Time.GetUtcNow())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_sign_in_takes_the_key_from_the_page_and_leads_to_the_recovery_codes_one_of_which_signs_in_later() {
        _ = await stack.Functions.AddDeskAccount("desk", "相談 太郎", PortalStack.Password, CancellationToken.None);
        using var visitor = new Visitor(stack.Address);
        using (var half = await visitor.SignIn("desk", PortalStack.Password)) Assert.StartsWith("/sign-in/set-up", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        var key = Key().Match(await Stack.Pages.Html(visitor, "/sign-in/set-up")).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal("/account", await Code(visitor, Totp.Code(Totp.FromBase32(key), Totp.StepAt(stack.Time.GetUtcNow()))));
        using var codes = await visitor.Post("/account/recovery-codes");
        var code = RecoveryCode().Match(await codes.Content.ReadAsStringAsync()).Value;
        using var later = new Visitor(stack.Address);
        (await later.SignIn("desk", PortalStack.Password)).Dispose();
        Assert.Equal("/desk", await Code(later, code, "/"));
        Assert.Contains("9個", await Stack.Pages.Html(later, "/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_nurse_records_months_and_opens_nothing_of_the_claims_until_her_sessions_are_ended() {
        var station = await stack.OpenStation();
        using var admin = await station.Visit();
        using var nurse = await Invited.Person(stack, admin, "nurse", "hanako");
        foreach (var (path, status) in ((string, HttpStatusCode)[])[("/months", HttpStatusCode.OK), ("/account", HttpStatusCode.OK), ("/files", HttpStatusCode.Forbidden), ("/people", HttpStatusCode.Forbidden), ("/audit", HttpStatusCode.Forbidden)]) {
            using var answer = await nurse.Get(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
        using (var home = await nurse.Get("/")) Assert.Equal("/months", home.Headers.Location!.ToString());
        var people = await Stack.Pages.Html(admin, "/people");
        var hers = Person().Matches(people).Select(m => m.Value).Distinct().Single(p => people.IndexOf(p, StringComparison.Ordinal) > people.IndexOf("看護 花子", StringComparison.Ordinal));
        using var form = new FormUrlEncodedContent([new("act", "sessions")]);
        using (var done = await admin.Post(hers, form)) Assert.Equal("/people", done.Headers.Location!.ToString());
        using var ended = await nurse.Get("/months");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Contains("ログインへ", await ended.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supporter_sees_the_one_file_that_the_station_opens_to_her_and_only_until_it_ends() {
        var station = await stack.OpenStation(stationCode: "9990018");
        using var admin = await station.Visit();
        var file = await station.Upload(UkeText.Sample("demo-station-a"));
        await Stack.Pages.Settled(station, file);
        using var supporter = await Visitor.SignedIn(stack.Address, await stack.OpenDesk(role: InternalToken.DeskRole), stack.Time.GetUtcNow());
        using var form = new FormUrlEncodedContent([new("login", "desk"), new("file", file)]);
        using (var given = await admin.Post("/grants", form)) Assert.Equal("/grants", given.Headers.Location!.ToString());
        var opened = await Eventually.Get<string>("the supporter hears of it", async () => Granted().Match(await Stack.Pages.Html(supporter, "/desk/grants")) is { Success: true } match ? match.Value : null);
        Assert.Contains("許可されたファイル", await Stack.Pages.Html(supporter, opened), StringComparison.Ordinal);
        Assert.Contains("サポートが閲覧", await Stack.Pages.Html(admin, "/audit?act=GrantViewed"), StringComparison.Ordinal);
        var end = GrantEnd().Match(await Stack.Pages.Html(admin, "/grants")).Value;
        (await admin.Post(end)).Dispose();
        using var after = await supporter.Get(opened);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        using var notHers = await supporter.Get("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, notHers.StatusCode);
    }

    [Fact]
    public async Task The_log_is_downloaded_as_the_file_that_the_command_line_verifies() {
        var station = await stack.OpenStation();
        using var admin = await station.Visit();
        using var answer = await admin.Get("/audit/file");
        var check = Domain.Audit.AuditFileCheck.Run(await answer.Content.ReadAsStreamAsync());
        Assert.Empty(check.Faults);
        Assert.Equal(station.Tenant, check.Scope);
        Assert.Matches("^audit-.*\\.log$", answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'));
    }

    private static async Task<string> Code(Visitor visitor, string code, string to = "/files") {
        using var form = new FormUrlEncodedContent([new("code", code), new("to", to)]);
        using var answer = await visitor.Post("/session/code", form);
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("<code translate=\"no\">(?<key>[A-Z2-7 ]{32,})</code>", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", RegexOptions.None, 1000)]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("/people/[0-9a-z]{26}", RegexOptions.None, 1000)]
    private static partial Regex Person();

    [GeneratedRegex("/desk/grants/[0-9a-z]{26}/[0-9a-z]{26}", RegexOptions.None, 1000)]
    private static partial Regex Granted();

    [GeneratedRegex("/grants/[0-9a-z]{26}/end", RegexOptions.None, 1000)]
    private static partial Regex GrantEnd();
}
