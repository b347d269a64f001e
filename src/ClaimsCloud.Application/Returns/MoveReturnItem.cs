using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

/// <summary>What a person does with an item of the work list; whether it may be done is the state machine's to say.</summary>
internal static class MoveReturnItem {
    public static async Task<Results<Ok<ReturnItemDetail>, Refused>> Handle(string itemId, ReturnMove move, TenantScope tenant, Caller caller, CancellationToken stop) {
        var changed = await tenant.Change(itemId, item => Moved(item, move, new(caller.Id, tenant.Now)), stop);
        return changed.Succeeded(out var detail, out var refusal) ? TypedResults.Ok(detail) : (Refused)refusal;
    }

    private static Outcome<ReturnItem> Moved(ReturnItem item, ReturnMove move, Deed by) => move.Move switch {
        "take" => (item with { Owner = by.Actor, Due = move.Due }).After(item.Work.Take(by)),
        "release" => (item with { Owner = null, Due = null }).After(item.Work.Release(by)),
        "withdraw" => item.After(item.Work.Withdraw(by, string.IsNullOrWhiteSpace(move.Note) ? "訂正を取り下げました。" : move.Note)),
        "on-paper" => item.After(item.Work.GoOnPaper(by, move.Note ?? "")),
        "give-up" => item.After(item.Work.GiveUp(by, move.Note ?? "")),
        "reopen" => item.After(item.Work.Reopen(by)),
        _ => ReturnRefusals.MoveUnknown,
    };
}
