using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClaimsCloud.Application.Identity.Passkeys;

/// <summary>The framework's passkey handler under our rules: the device keeps the key so that no login name is typed, it makes sure who holds it, and it is asked for on our own pages only.</summary>
internal sealed class PasskeyRules : IDisposable {
    private readonly UserManager<Account> people;

    private PasskeyRules(Uri address, Account? person, IReadOnlyList<Passkey> passkeys) {
        var options = new IdentityPasskeyOptions {
            ServerDomain = address.IdnHost, UserVerificationRequirement = "required", ResidentKeyRequirement = "required", AttestationConveyancePreference = "none", AuthenticatorTimeout = PasskeyChallenge.Life,
            ValidateOrigin = asked => ValueTask.FromResult(asked is { CrossOrigin: false, TopOrigin: null } && string.Equals(asked.Origin, Origin(address), StringComparison.Ordinal)),
        };
        people = new(new OnePerson(person, passkeys), Options.Create(new IdentityOptions()), new PasswordHasher<Account>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<Account>>.Instance);
        Handler = new(people, Options.Create(options));
    }

    public PasskeyHandler<Account> Handler { get; }

    /// <summary>Null where a browser has no passkeys: under an address without a name.</summary>
    /// <param name="publicAddress">As the gateway's token says.</param>
    public static PasskeyRules? At(string? publicAddress, Account? person = null, IReadOnlyList<Passkey>? passkeys = null) =>
        Uri.TryCreate(publicAddress, UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns && !IPAddress.TryParse(address.Host, out _) ? new(address, person, passkeys ?? []) : null;

    public void Dispose() => people.Dispose();

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
