using System.Text.RegularExpressions;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>A person who was invited on the people page and made herself an account with the code that it showed.</summary>
internal static partial class Invited {
    /// <returns>Signed in, where the house asks for no second factor.</returns>
    public static async Task<Visitor> Person(PortalStack stack, Visitor manager, string role, string login) {
        await Join(stack, await Code(manager, role), login);
        return await Visitor.SignedIn(stack.Address, login);
    }

    public static async Task<string> Code(Visitor manager, string role) {
        using var form = new FormUrlEncodedContent([new("name", "看護 花子"), new("role", role)]);
        using var answer = await manager.Post("/people/invitations", form);
        return OneTimeCode().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    public static async Task Join(PortalStack stack, string code, string login) {
        using var stranger = new Visitor(stack.Address);
        using var form = new FormUrlEncodedContent([new("code", code), new("login", login), new("password", PortalStack.Password), new("again", PortalStack.Password)]);
        using var answer = await stranger.Post("/session/join", form);
        Assert.Equal("/sign-in?problem=joined", answer.Headers.Location!.ToString());
    }

    [GeneratedRegex("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", RegexOptions.None, 1000)]
    private static partial Regex OneTimeCode();
}
