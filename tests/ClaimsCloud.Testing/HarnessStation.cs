using System.Net.Http.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Testing;

/// <summary>One tenant of a <see cref="CloudHarness"/>, and the ways into it.</summary>
public sealed class HarnessStation(CloudHarness cloud, TenantId tenant, string personId, string login) {
    public const string Password = "correct horse";

    public string Tenant => tenant.Value;
    public string PersonId => personId;
    public string LoginName => login;

    public HttpClient Biller() => cloud.Client(() => cloud.Tokens.Make(cloud.Time.GetUtcNow(), personId, InternalToken.BillerRole, Tenant));

    public async Task<string> EnrolmentCode() {
        using var biller = Biller();
        using var answer = await biller.PostAsync(PortalRoutes.EnrolmentCodes, null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<EnrolmentCode>())!.Code;
    }

    /// <summary>An enrolled connector with a key of its own.</summary>
    public async Task<HarnessDevice> Device(string name = "受付のPC") {
        var device = new HarnessDevice(cloud);
        await device.Enrol(await EnrolmentCode(), name);
        return device;
    }
}
