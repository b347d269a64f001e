using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with patients' data as a whole, one method a route of <see cref="PrivacyRoutes"/>.</summary>
internal sealed class PrivacyApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<KnownPatient[]>> Patients(string search, CancellationToken stop) => Get<KnownPatient[]>(Paths.Query(PrivacyRoutes.Patients, ("search", search)), stop);

    public Task<Answer<PersonPlan>> Plan(string? patient, string? name, CancellationToken stop) => Get<PersonPlan>(Paths.Query(PrivacyRoutes.Plan, ("patient", patient), ("name", name)), stop);

    public Task<Answer<PersonRequestRow[]>> Requests(CancellationToken stop) => Get<PersonRequestRow[]>(PrivacyRoutes.Requests, stop);

    public Task<Answer<PersonRequestRow>> Request(string requestId, CancellationToken stop) => Get<PersonRequestRow>(Paths.Fill(PrivacyRoutes.Request, requestId), stop);

    public Task<Answer<PersonRequestRow>> Ask(PersonAsked asked, CancellationToken stop) => Post<PersonRequestRow>(PrivacyRoutes.Requests, asked, stop);

    /// <summary>The caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> File(string requestId, CancellationToken stop) => cloud.Open(Paths.Fill(PrivacyRoutes.ExportFile, requestId), Token, stop);

    public Task<Answer<LegalHoldRow[]>> Holds(CancellationToken stop) => Get<LegalHoldRow[]>(PrivacyRoutes.Holds, stop);

    public Task<Answer<LegalHoldRow>> Hold(LegalHoldAsked asked, CancellationToken stop) => Post<LegalHoldRow>(PrivacyRoutes.Holds, asked, stop);

    public Task<Answer<LegalHoldRow>> Lift(string holdId, string reason, CancellationToken stop) => Post<LegalHoldRow>(Paths.Fill(PrivacyRoutes.HoldLift, holdId), new LegalHoldLift(reason), stop);

    public Task<Answer<RetentionPlan>> Retention(CancellationToken stop) => Get<RetentionPlan>(PrivacyRoutes.Retention, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Post, path, Token, JsonContent.Create(body, body.GetType()), stop);
}
