using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity.Organisations;

/// <summary>An account at an organisation that belongs to a person here. The document's id is the hash of what the organisation says of it; the subject itself is not kept.</summary>
/// <param name="Account">What the organisation called it when it was linked.</param>
internal sealed record OrganisationLink(string PersonId, string Organisation, string Account, DateTimeOffset LinkedAt) {
    public const int AccountLength = 100;
    /// <summary>Of one person; they have to fit into the commit with which an access ends.</summary>
    public const int Most = 5;

    public static readonly DocumentIndex<OrganisationLink> ByPerson = new("person", l => $"{l.PersonId}|{SortKeys.Of(l.LinkedAt)}");
    public static readonly DocumentKind<OrganisationLink> Kind = new("organisation-link", ByPerson);

    public static string IdOf(OrganisationPerson person) => Hash("link", person.Organisation, person.Issuer, person.Subject);

    /// <summary>The document that says that this answer of the organisation was used.</summary>
    public static string UsedId(OrganisationPerson person) => Hash("nonce", person.Organisation, person.Nonce);

    public static async Task<List<Stored<OrganisationLink>>> Of(string personId, PlatformScope platform, CancellationToken stop) {
        var all = new List<Stored<OrganisationLink>>();
        await foreach (var one in platform.Documents.All(Kind, ByPerson, IndexRange.Between($"{personId}|", $"{personId}|\U0010FFFF"), stop)) all.Add(one);
        return all;
    }

    /// <summary>False for what the gateway can never send: it is refused before it is looked up.</summary>
    public static bool IsWhole(OrganisationPerson? person) =>
        person is { Organisation.Length: > 0, Issuer.Length: > 0, Subject.Length: > 0, Nonce.Length: > 0, Houses: not null };

    public static bool Admits(OrganisationPerson person, Account account) => person.Houses.Contains(account.TenantId ?? OrganisationPerson.Vendor, StringComparer.Ordinal);

    private static string Hash(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
