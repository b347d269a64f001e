using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with checks and their settings, one method a route of <see cref="CheckRoutes"/>.</summary>
internal sealed class ChecksApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<CheckSettingsDetail>> Settings(CancellationToken stop) => cloud.Ask<CheckSettingsDetail>(HttpMethod.Get, CheckRoutes.Settings, Token, null, stop);

    public Task<Answer<CheckFieldRow[]>> Fields(CancellationToken stop) => cloud.Ask<CheckFieldRow[]>(HttpMethod.Get, CheckRoutes.Fields, Token, null, stop);

    public Task<Answer<CheckSettingsDetail>> Switch(RuleSwitchRow wanted, CancellationToken stop) => Post<CheckSettingsDetail>(CheckRoutes.Switches, JsonContent.Create(wanted), stop);

    public Task<Answer<OwnRuleOutcome>> Save(OwnRuleRow rule, CancellationToken stop) => cloud.AskUnlessWrong<CheckSettingsDetail, OwnRuleProblems, OwnRuleOutcome>(
        CheckRoutes.OwnRules, Token, JsonContent.Create(rule), _ => new([]), wrong => new(wrong.Problems), stop);

    public Task<Answer<CheckSettingsDetail>> DeleteOwnRule(string code, CancellationToken stop) => Post<CheckSettingsDetail>(Paths.Fill(CheckRoutes.OwnRuleDeletion, code), null, stop);

    public Task<Answer<CheckSettingsDetail>> Override(OverrideRequest taken, CancellationToken stop) => Post<CheckSettingsDetail>(CheckRoutes.Overrides, JsonContent.Create(taken), stop);

    public Task<Answer<CheckSettingsDetail>> DeleteOverride(OverrideRow taken, CancellationToken stop) => Post<CheckSettingsDetail>(CheckRoutes.OverrideDeletion, JsonContent.Create(taken), stop);

    public Task<Answer<ClaimFileDetail>> Recheck(string fileId, CancellationToken stop) => Post<ClaimFileDetail>(Paths.Fill(CheckRoutes.Recheck, fileId), null, stop);

    public Task<Answer<Page<RuleCoverageRow>>> Coverage(string fileId, string? search, int page, CancellationToken stop) => cloud.Ask<Page<RuleCoverageRow>>(HttpMethod.Get,
        Paths.Query(Paths.Fill(CheckRoutes.Coverage, fileId), ("search", search), ("page", page.ToString(CultureInfo.InvariantCulture))), Token, null, stop);

    /// <summary>The caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> FindingsCsv(string fileId, CancellationToken stop) => cloud.Open(Paths.Fill(CheckRoutes.FindingsCsv, fileId), Token, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Post<T>(string path, HttpContent? body, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Post, path, Token, body, stop);
}

/// <param name="Problems">Empty when it was saved.</param>
internal sealed record OwnRuleOutcome(IReadOnlyList<string> Problems);
