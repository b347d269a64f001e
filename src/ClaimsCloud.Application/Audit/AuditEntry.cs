using System.Globalization;
using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Audit;

namespace ClaimsCloud.Application.Audit;

/// <summary>One entry of the log of a scope. It is created in the commit of the act, and never replaced or deleted.</summary>
/// <param name="Text">JSON of an <see cref="AuditRow"/>, kept as it was hashed.</param>
internal sealed record AuditEntry(string Text, string Hash) {
    public static readonly DocumentIndex<AuditEntry> ByNumber = new("number", e => IdOf(e.Row.Number));
    public static readonly DocumentIndex<AuditEntry> ByAct = new("act", e => $"{e.Row.Act}|{IdOf(e.Row.Number)}");
    public static readonly DocumentKind<AuditEntry> Kind = new("audit-entry", ByNumber, ByAct);

    public AuditRow Row => JsonSerializer.Deserialize<AuditRow>(Text, Json.Options)!;

    /// <summary>The number is the id: of two that would be the next one, the second is refused by the store.</summary>
    public static string IdOf(long number) => number.ToString("D12", CultureInfo.InvariantCulture);

    public static AuditEntry After(Stored<AuditEntry>? last, string scope, DateTimeOffset now, Act act) {
        foreach (var text in (string?[])[act.Who.Id, act.Who.From, act.Subject, act.Why])
            if (text is not null && !DocumentLimits.IsId(text)) throw new ArgumentException($"What the log says of {act.What} must be ids and codes.");
        var row = new AuditRow((last is null ? 0 : long.Parse(last.Id, CultureInfo.InvariantCulture)) + 1, act.At ?? now, act.Who.Id, act.What, act.Subject, act.Who.From, act.Why);
        var json = JsonSerializer.Serialize(row, Json.Options);
        return new(json, AuditChain.Next(last?.Value.Hash ?? AuditChain.Start(scope), json));
    }
}
