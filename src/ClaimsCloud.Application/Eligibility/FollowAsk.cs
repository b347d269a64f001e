using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A request that could not be placed or was not answered in time. What was answered comes up as a file.</summary>
internal static class FollowAsk {
    public static async Task Handle(Received<AskReported> message, TenantScope tenant, CancellationToken stop) {
        var job = await tenant.Documents.Get(Job.Kind, message.Body.JobId, stop) ?? throw new IOException($"Job {message.Body.JobId} is missing.");
        var ask = await tenant.Documents.Get(Ask.Kind, job.Value.FileId, stop) ?? throw new IOException($"The request {job.Value.FileId} is missing.");
        if (ask.Value.State != AskState.Open) return;
        var ended = job.Value.State switch {
            JobState.Refused => ask.Value with { State = AskState.Failed, Detail = $"端末に置けませんでした（{job.Value.Events[^1].Event.Code}）。" },
            JobState.TimedOut => ask.Value with { State = AskState.TimedOut, Detail = "資格確認端末が時間内に回答しませんでした。" },
            _ => null,
        };
        if (ended is not null && await tenant.Commit(tenant.Batch().Consume(message).Replace(ask, ended), stop) == CommitResult.Conflict) throw new IOException($"The request {ask.Id} changed meanwhile.");
    }
}
