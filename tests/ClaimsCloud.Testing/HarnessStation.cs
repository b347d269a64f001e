using System.Net.Http.Json;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Testing;

/// <summary>One tenant of a <see cref="CloudHarness"/>, and the ways into it.</summary>
public sealed class HarnessStation(CloudHarness cloud, TenantId tenant, string personId, string login) {
    public const string Password = "correct horse";
    public const string TotpKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public string Tenant => tenant.Value;
    public string PersonId => personId;
    public string LoginName => login;

    /// <summary>What the admin's device shows at that time.</summary>
    public static string TotpCode(DateTimeOffset at) => Totp.Code(Totp.FromBase32(TotpKey), Totp.StepAt(at));

    public HttpClient Biller() => As(InternalToken.BillerRole);

    public HttpClient Nurse() => As(InternalToken.NurseRole);

    public HttpClient Admin() => As(InternalToken.AdminRole);

    /// <summary>The admin in a session that a sign-in opened.</summary>
    public HttpClient WithSession(string session) => As(InternalToken.AdminRole, session);

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

    private HttpClient As(string role, string? session = null) => cloud.Client(() => cloud.Tokens.Make(cloud.Time.GetUtcNow(), personId, role, Tenant, session));
}
