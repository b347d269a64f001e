using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>A person of the desk says how far a renewal is: only forward.</summary>
internal static class MoveRenewal {
    public static async Task<Results<Ok<RenewalRow>, Refused>> Handle(string renewalId, RenewalMove move, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (!Json.TryCamelCase<RenewalState>(move.To, out var to)) return (Refused)DeskRefusals.InvalidMove;
        while (true) {
            if (await platform.Documents.Get(Renewal.DocumentKind, renewalId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            if (to <= stored.Value.State) return (Refused)DeskRefusals.IllegalMove(NameOf(stored.Value.State), NameOf(to));
            var moved = stored.Value with { State = to };
            if (await platform.Commit(platform.Batch().Replace(stored, moved), new(AuditAct.RenewalMoved, caller, renewalId, move.To), stop) == CommitResult.Committed) return TypedResults.Ok(moved.Row(renewalId));
        }
    }

    private static string NameOf(RenewalState state) => state switch { RenewalState.Open => "未着手", RenewalState.Applied => "申込み済み", RenewalState.Received => "証明書が届いた", _ => "完了" };
}
