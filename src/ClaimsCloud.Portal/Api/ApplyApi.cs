using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Api;

/// <summary>What somebody whom nobody knows can do: apply, and take an invitation. No token goes with it.</summary>
internal sealed class ApplyApi(CloudConnection cloud) {
    public Task<Answer<ApplicationDetail>> Save(SaveApplication application, CancellationToken stop) => Post<ApplicationDetail>(CaseRoutes.Applications, application, stop);

    public Task<Answer<ApplicationDetail>> Read(string key, CancellationToken stop) => Post<ApplicationDetail>(CaseRoutes.ReadApplication, new ApplicationKey(key), stop);

    public Task<Answer<InvitationAccepted>> Accept(InvitationAnswer answer, CancellationToken stop) => Post<InvitationAccepted>(CaseRoutes.FirstPassword, answer, stop);

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType());
        return await cloud.Ask<T>(HttpMethod.Post, path, null, content, stop);
    }
}
