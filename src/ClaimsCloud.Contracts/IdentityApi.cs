using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// People and their access: second factor, sessions, invitations, roles.

public static class IdentityRoutes {
    /// <summary>POST a <see cref="SignInCodeRequest"/>, from the gateway only: the second step; the answer is a <see cref="SignInAnswer"/>.</summary>
    public const string SignInCode = "identity/sign-in/code";
    /// <summary>POST without a body, from the gateway only: <see cref="PasskeyOptions"/> for <c>navigator.credentials.get</c>, naming nobody.</summary>
    public const string PasskeySignInOptions = "identity/sign-in/passkey/options";
    /// <summary>POST a <see cref="PasskeySignInRequest"/>, from the gateway only: both steps at once; the answer is a <see cref="SignInAnswer"/>.</summary>
    public const string PasskeySignIn = "identity/sign-in/passkey";
    /// <summary>POST an <see cref="OrganisationSignIn"/>, from the gateway only: who signed in at an organisation and linked that to an account; the answer is a <see cref="SignInAnswer"/>, which may still want the second step.</summary>
    public const string OrganisationSignIn = "identity/sign-in/organisation";
    /// <summary>POST an <see cref="OrganisationLinking"/>, from the gateway only: a signed-in person showed that an organisation's account is hers. 204.</summary>
    public const string OrganisationLinks = "identity/organisation-links";
    /// <summary>POST a <see cref="JoinRequest"/>, from the gateway only: uses an invitation up. 204.</summary>
    public const string Join = "identity/invitations/use";
    /// <summary>POST an <see cref="EndSessionRequest"/>, from the gateway only: somebody signed out. 204, also when there was none.</summary>
    public const string EndSession = "identity/sessions/end";
    /// <summary>GET, by somebody whose password was right and who has no second factor yet: a <see cref="SecondFactorSetup"/>.</summary>
    public const string SetUp = "identity/second-factor";
    /// <summary>GET: an <see cref="OwnAccount"/>.</summary>
    public const string Me = "identity/me";
    /// <summary>POST without a body: new <see cref="RecoveryCodes"/>, shown this once; those before are worth nothing any more.</summary>
    public const string MyRecoveryCodes = "identity/me/recovery-codes";
    /// <summary>POST without a body: that session ends. 204.</summary>
    public const string MySessionEnd = "identity/me/sessions/{sessionId}/end";
    /// <summary>POST without a body, soon after a sign-in: <see cref="PasskeyOptions"/> for <c>navigator.credentials.create</c>.</summary>
    public const string MyPasskeyOptions = "identity/me/passkeys/options";
    /// <summary>POST a <see cref="PasskeyRegistration"/>, in the same session. 204.</summary>
    public const string MyPasskeys = "identity/me/passkeys";
    /// <summary>POST without a body: it signs nobody in any more. 204.</summary>
    public const string MyPasskeyDeletion = "identity/me/passkeys/{passkeyId}/deletion";
    /// <summary>POST without a body: the organisation's account signs nobody in any more. 204.</summary>
    public const string MyOrganisationDeletion = "identity/me/organisations/{linkId}/deletion";
    /// <summary>GET, station admin or vendor engineer, here and below: the people of their own house, a <see cref="PeopleDetail"/>.</summary>
    public const string People = "people";
    /// <summary>POST an <see cref="InvitationRequest"/>: an <see cref="InvitationMade"/>, its code shown this once.</summary>
    public const string Invitations = "people/invitations";
    /// <summary>POST without a body. 204.</summary>
    public const string InvitationDeletion = "people/invitations/{invitationId}/deletion";
    /// <summary>POST a <see cref="RoleChange"/>; her sessions end. 204, here and below.</summary>
    public const string Role = "people/{personId}/role";
    /// <summary>POST without a body: she cannot sign in any more, her sessions end.</summary>
    public const string Removal = "people/{personId}/removal";
    /// <summary>POST without a body: for a lost phone. Her sessions end, and she sets the second factor up anew.</summary>
    public const string SecondFactorReset = "people/{personId}/second-factor-reset";
    /// <summary>POST without a body.</summary>
    public const string SessionsEnd = "people/{personId}/sessions/end";
    /// <summary>POST a <see cref="SecondFactorChoice"/>: whether the station asks for the second factor. Refused for the vendor: there it is always asked for.</summary>
    public const string SecondFactor = "people/second-factor";
}

[JsonConverter(typeof(JsonStringEnumConverter<SecondFactor>))]
public enum SecondFactor { On, Off }

/// <summary>What is missing before a sign-in is complete.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInStep>))]
public enum SignInStep {
    Done,
    /// <summary>A code of the person's device, or a recovery code.</summary>
    Code,
    /// <summary>The person takes the key into a device, and shows by a first code that it is there.</summary>
    SetUp,
}

/// <param name="PersonId">From the step before.</param>
public sealed record SignInCodeRequest(string PersonId, string Code);
public sealed record JoinRequest(string Code, string LoginName, string Password);
public sealed record EndSessionRequest(string SessionId);

/// <param name="Key">Base32.</param>
/// <param name="Address"><c>otpauth://</c>, for a two-dimensional code.</param>
public sealed record SecondFactorSetup(string Key, string Address);

/// <param name="RecoveryCodes">How many are left.</param>
public sealed record OwnAccount(string LoginName, string DisplayName, string Role, SecondFactor SecondFactor, int RecoveryCodes, IReadOnlyList<SessionRow> Sessions) {
    public IReadOnlyList<PasskeyRow> Passkeys { get; init; } = [];
    public IReadOnlyList<OrganisationLinkRow> Organisations { get; init; } = [];
}

/// <param name="Name">By which she knows it.</param>
/// <param name="UsedAt">Null: never.</param>
public sealed record PasskeyRow(string PasskeyId, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt);

/// <param name="Organisation">Its id in the gateway's configuration.</param>
/// <param name="Account">What the organisation calls the account.</param>
public sealed record OrganisationLinkRow(string LinkId, string Organisation, string Account, DateTimeOffset LinkedAt);

/// <summary>Who somebody is at an organisation: what its validated token said.</summary>
/// <param name="Houses">Whose people may come from there: ids of tenants, <see cref="Vendor"/> for the vendor. From the gateway's configuration.</param>
/// <param name="Nonce">Of the token; good once.</param>
public sealed record OrganisationPerson(string Organisation, string Issuer, string Subject, string Nonce, IReadOnlyList<string> Houses) {
    public const string Vendor = "vendor";
}

/// <param name="SecondFactor">On: it is still asked for where the house has it on. Off: the organisation has asked for one itself.</param>
public sealed record OrganisationSignIn(OrganisationPerson Person, SecondFactor SecondFactor);

/// <param name="SessionId">In which she asked for it.</param>
/// <param name="Account">What the organisation calls the account, for her to know it by.</param>
public sealed record OrganisationLinking(OrganisationPerson Person, string PersonId, string SessionId, string Account);

/// <param name="Options">JSON for the browser, as WebAuthn writes it.</param>
/// <param name="Challenge">Sealed; comes back with what the device signed, once, within five minutes.</param>
public sealed record PasskeyOptions(string Options, string Challenge);

/// <param name="Credential">What the browser answered, as WebAuthn's <c>toJSON</c> writes it.</param>
public sealed record PasskeySignInRequest(string Challenge, string Credential) {
    public const int LongestCredential = 16 * 1024;
}

/// <param name="Name">By which the person knows it.</param>
/// <param name="Credential">As in <see cref="PasskeySignInRequest"/>.</param>
public sealed record PasskeyRegistration(string Name, string Challenge, string Credential);

/// <param name="From">Address that it was begun from.</param>
/// <param name="Current">The one that asks.</param>
public sealed record SessionRow(string SessionId, DateTimeOffset StartedAt, string? From, bool Current);
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

public sealed record PeopleDetail(SecondFactor SecondFactor, IReadOnlyList<PersonRow> People, IReadOnlyList<InvitationRow> Invitations);

/// <param name="SecondFactorReady">False: she sets it up at her next sign-in.</param>
/// <param name="Locked">She typed too much that was wrong, and has to wait.</param>
/// <param name="Sessions">How many are open.</param>
public sealed record PersonRow(string PersonId, string LoginName, string DisplayName, string Role, bool SecondFactorReady, bool Locked, int Sessions);
public sealed record InvitationRow(string InvitationId, string DisplayName, string Role, DateTimeOffset ExpiresAt);
public sealed record InvitationRequest(string DisplayName, string Role);
public sealed record InvitationMade(string Code, string DisplayName, DateTimeOffset ExpiresAt);
public sealed record RoleChange(string Role);
public sealed record SecondFactorChoice(SecondFactor SecondFactor);
