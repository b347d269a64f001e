using Microsoft.Playwright;

namespace ClaimsCloud.Portal.Tests.Browser;

/// <summary>A device for passkeys that the browser itself plays: it keeps keys, and its person always puts the finger on it.</summary>
internal static class Authenticator {
    public static async Task PlugIn(Window window) {
        var debugger = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await debugger.SendAsync("WebAuthn.enable");
        await debugger.SendAsync("WebAuthn.addVirtualAuthenticator", new() {
            ["options"] = new Dictionary<string, object> {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Signs what a sign-in page anywhere asks for, without sending it.</summary>
    /// <param name="options">As the gateway gives them.</param>
    public static Task<string> Sign(IPage page, string options) => page.EvaluateAsync<string>(
        "async options => JSON.stringify((await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) })).toJSON())", options);
}
