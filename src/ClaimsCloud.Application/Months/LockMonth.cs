using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Closes a month and opens it again, with the reason in its history.</summary>
internal static class LockMonth {
    private const int ReasonLength = 200;

    public static Task<Results<Ok<MonthRow>, Refused>> Lock(string month, TenantScope tenant, Caller caller, CancellationToken stop) =>
        Move(month, MonthState.Open, MonthState.Locked, "月を締めた", null, tenant, caller, stop);

    public static async Task<Results<Ok<MonthRow>, Refused>> Unlock(string month, UnlockMonth asked, TenantScope tenant, Caller caller, CancellationToken stop) =>
        asked.Reason?.Trim() is { Length: > 0 and <= ReasonLength } reason
            ? await Move(month, MonthState.Locked, MonthState.Open, "締めを解除した", reason, tenant, caller, stop) : (Refused)Refusals.ReasonMissing;

    private static async Task<Results<Ok<MonthRow>, Refused>> Move(string month, MonthState from, MonthState to, string what, string? reason, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Month(month, stop) is not { } stored) return (Refused)Refusals.NotFound;
        if (stored.Value.State != from) return (Refused)Refusals.IllegalMove(NameOf(stored.Value.State), NameOf(to));
        var moved = stored.Value.Changed(tenant.Now, 0, 0) with { State = to };
        var edit = tenant.Ids.Next();
        var batch = tenant.Batch().Replace(stored, moved).Create(MonthEdit.Kind, edit, new(month, "", tenant.Now, caller.Id, what, reason, []));
        return await tenant.Commit(batch, new Act(to == MonthState.Locked ? AuditAct.MonthLocked : AuditAct.MonthUnlocked, caller, month, edit), stop) == CommitResult.Committed ? TypedResults.Ok(moved.Row) : (Refused)Refusals.ChangedMeanwhile;
    }

    private static string NameOf(MonthState state) => state switch { MonthState.Open => "入力中", MonthState.Importing => "取込中", _ => "締め済み" };
}
