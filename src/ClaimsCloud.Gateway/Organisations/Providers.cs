using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Gateway.Organisations;

/// <summary>All organisations of the configuration.</summary>
internal sealed class Providers(IReadOnlyList<Organisation> organisations, TimeProvider time) : IDisposable {
    // A header holds ASCII.
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin) };
    private readonly Dictionary<string, Provider> all = organisations.ToDictionary(o => o.Id, o => new Provider(o.Checked(), time), StringComparer.Ordinal);

    public Provider? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>Their names for a page: all of them for somebody who is nobody yet, else those of the visitor's house. Null for none.</summary>
    public string? NamesFor(HttpContext call) {
        var shown = organisations.Where(o => call.User.FindFirst(InternalToken.Subject) is null || o.IsFor(call.User.FindFirst(InternalToken.Tenant)?.Value)).Select(o => new OrganisationName(o.Id, o.Name)).ToArray();
        return shown.Length == 0 ? null : JsonSerializer.Serialize(shown, Ascii);
    }

    public void Dispose() {
        foreach (var provider in all.Values) provider.Dispose();
    }
}
