using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Support;

/// <summary>How the desk's ticket stands. A ticket that an alarm opened appears here with its first word.</summary>
internal static class HearTicket {
    public static async Task Handle(Received<TicketTold> message, TenantScope tenant, CancellationToken stop) {
        var told = message.Body;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            var was = await tenant.Documents.Get(FaultRequest.Kind, told.RequestId, stop);
            if (was?.Value.Told?.Revision >= told.Revision) return;
            var batch = tenant.Batch().Consume(message);
            if (was is null) batch.Create(FaultRequest.Kind, told.RequestId, new(told.Symptom, "", told.At, told));
            else batch.Replace(was, was.Value with { Told = told });
            result = await tenant.Commit(batch, stop);
        }
    }
}
