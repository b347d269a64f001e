using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with オンライン資格確認, one method a route of <see cref="EligibilityRoutes"/>.</summary>
internal sealed class EligibilityApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<Page<EligibilityRow>>> People(string month, string? search, int page, CancellationToken stop) =>
        Get<Page<EligibilityRow>>(Paths.Query(EligibilityRoutes.People, ("month", month), ("search", search), ("page", page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture))), stop);

    public Task<Answer<EligibilityDetail>> Person(string personId, string month, CancellationToken stop) => Get<EligibilityDetail>(Paths.Query(Paths.Fill(EligibilityRoutes.Person, personId), ("month", month)), stop);

    public Task<Answer<EligibilityDetail>> Decide(string personId, EligibilityDecision decision, CancellationToken stop) => Post<EligibilityDetail>(Paths.Fill(EligibilityRoutes.Decisions, personId), decision, stop);

    public Task<Answer<AskOutcome>> Ask(string month, string? patient, CancellationToken stop) => Post<AskOutcome>(EligibilityRoutes.Asks, new AskWish(month, patient), stop);

    public Task<Answer<VisitDay>> Visits(string? day, CancellationToken stop) => Get<VisitDay>(Paths.Query(EligibilityRoutes.Visits, ("day", day)), stop);

    public Task<Answer<EligibilityFileRow[]>> Files(CancellationToken stop) => Get<EligibilityFileRow[]>(EligibilityRoutes.Files, stop);

    public Task<Answer<EligibilityFileDetail>> File(string contentKey, CancellationToken stop) => Get<EligibilityFileDetail>(Paths.Fill(EligibilityRoutes.File, contentKey), stop);

    public Task<Answer<EligibilityFileDetail>> NameOwner(string contentKey, ResultOwner owner, CancellationToken stop) => Post<EligibilityFileDetail>(Paths.Fill(EligibilityRoutes.Owners, contentKey), owner, stop);

    public Task<Answer<EligibilityRules>> Rules(CancellationToken stop) => Get<EligibilityRules>(EligibilityRoutes.Rules, stop);

    public Task<Answer<EligibilityRules>> SetRules(EligibilityRules rules, CancellationToken stop) => Post<EligibilityRules>(EligibilityRoutes.Rules, rules, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType());
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, content, stop);
    }
}
