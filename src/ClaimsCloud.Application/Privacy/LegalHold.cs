using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Privacy;

/// <summary>A person says that nothing of a patient, or of the whole station, may be removed: an inspection, a dispute. It stays in the list after it was lifted.</summary>
/// <param name="Patient">Null: all data of the station.</param>
/// <param name="Name">Of the patient when it was set: she may stand in files under it.</param>
internal sealed record LegalHold(string? Patient, string? Name, LegalHoldKind Of, string Reason, DateTimeOffset At, string By, DateTimeOffset? LiftedAt, string? LiftedBy, string? LiftReason) {
    public static readonly DocumentIndex<LegalHold> ByTime = new("set", h => SortKeys.Of(h.At));
    public static readonly DocumentKind<LegalHold> Kind = new("legal-hold", ByTime);

    public LegalHoldRow Row(string id) => new(id, Patient, Name, Of, Reason, At, By, LiftedAt, LiftedBy, LiftReason);
}

/// <summary>Every hold that is in force, with what it looks for.</summary>
internal sealed class HoldsInForce(IReadOnlyList<(string Id, PersonWords? Patient)> holds, TenantScope tenant) {
    public static async Task<HoldsInForce> Read(TenantScope tenant, CancellationToken stop) {
        var holds = new List<(string, PersonWords?)>();
        await foreach (var hold in tenant.Documents.All(LegalHold.Kind, LegalHold.ByTime, IndexRange.All, stop))
            if (hold.Value.LiftedAt is null) holds.Add((hold.Id, hold.Value.Patient is { } patient ? await PersonWords.Of(patient, hold.Value.Name, tenant, stop) : null));
        return new(holds, tenant);
    }

    /// <summary>Id of the hold that keeps it; null when none does.</summary>
    public async Task<string?> Over(Holding holding, CancellationToken stop) {
        foreach (var (id, patient) in holds)
            if (patient is null || await patient.AreIn(holding, tenant, stop)) return id;
        return null;
    }
}
