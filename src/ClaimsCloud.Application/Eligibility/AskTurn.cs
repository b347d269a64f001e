using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>
/// One run at a time asks for a station's patients: whoever begins takes the turn from the one before, whose next commit then fails. So what a run read of marks and
/// requests is still true when it commits, and nobody is asked for twice.
/// </summary>
internal sealed class AskTurn {
    private readonly string id;
    private readonly TenantScope tenant;

    private AskTurn(string id, TenantScope tenant) => (this.id, this.tenant) = (id, tenant);

    /// <summary>Before anything is read. Null when somebody else took it at the same moment.</summary>
    public static async Task<AskTurn?> Take(TenantScope tenant, CancellationToken stop) {
        var turn = new AskTurn(tenant.Ids.Next(), tenant);
        var stored = await tenant.EligibilityStation(stop);
        var taken = (stored?.Value ?? EligibilityStation.New) with { Turn = turn.id };
        var batch = stored is null ? tenant.Batch().Create(EligibilityStation.Kind, EligibilityStation.Id, taken) : tenant.Batch().Replace(stored, taken);
        return await tenant.Commit(batch, stop) == CommitResult.Committed ? turn : null;
    }

    /// <param name="and">What becomes of the station's own document with it.</param>
    /// <returns>False when another run has the turn, or one of the documents changed meanwhile: nothing was stored.</returns>
    public async Task<bool> Commit(Batch batch, Func<EligibilityStation, EligibilityStation> and, CancellationToken stop) =>
        await tenant.EligibilityStation(stop) is { } held && held.Value.Turn == id && await tenant.Commit(batch.Replace(held, and(held.Value)), stop) == CommitResult.Committed;
}
