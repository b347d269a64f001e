using ClaimsCloud.Functions;
using Microsoft.Azure.Functions.Worker;

namespace ClaimsCloud.Functions.Isolated;

/// <summary>The timers of the endpoint table and the sweep. Names and times are constants here because attributes want them so; a test compares them with the table.</summary>
public sealed class Timers(FunctionsHost cloud) {
    [Function("AskForEligibility")]
    public Task AskForEligibility([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("AskForEligibility", "", stop);

    [Function("ForgetExpiredCredentials")]
    public Task ForgetExpiredCredentials([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("ForgetExpiredCredentials", "", stop);

    [Function("ForgetEndedSessions")]
    public Task ForgetEndedSessions([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("ForgetEndedSessions", "", stop);

    [Function("ForgetUsedOnce")]
    public Task ForgetUsedOnce([TimerTrigger("0 22 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("ForgetUsedOnce", "", stop);

    [Function("ForgetInvitations")]
    public Task ForgetInvitations([TimerTrigger("0 25 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("ForgetInvitations", "", stop);

    [Function("ForgetOldDrafts")]
    public Task ForgetOldDrafts([TimerTrigger("0 20 18 * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("ForgetOldDrafts", "", stop);

    [Function("RetentionDay")]
    public Task RetentionDay([TimerTrigger("0 40 18 * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("RetentionDay", "", stop);

    [Function("WatchFleet")]
    public Task WatchFleet([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("WatchFleet", "", stop);

    [Function("WriteDeskDigest")]
    public Task WriteDeskDigest([TimerTrigger("0 0 23 * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("WriteDeskDigest", "", stop);

    [Function("SweepOutboxes")]
    public Task SweepOutboxes([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken stop) => cloud.Trigger("SweepOutboxes", "", stop);
}
