namespace ClaimsCloud.Gateway.Organisations;

/// <summary>A sign-in that was begun in one browser and has gone to the organisation; in a cookie of that browser.</summary>
/// <param name="State">Comes back in the address.</param>
/// <param name="Nonce">Comes back in the token.</param>
/// <param name="Verifier">Of PKCE: whoever only saw the code cannot use it.</param>
/// <param name="To">Page to go to.</param>
/// <param name="SessionId">Set when a signed-in person links the account to her own: hers.</param>
internal sealed record OrganisationTry(string Organisation, string State, string Nonce, string Verifier, string To, string? SessionId);
