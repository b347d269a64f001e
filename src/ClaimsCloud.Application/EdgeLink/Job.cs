using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>One sealed file to be put on one terminal.</summary>
/// <param name="FileId">The claim file it is for.</param>
/// <param name="DeviceId">The connector that was given the job; two of them must never place the same file.</param>
internal sealed record Job(string FileId, string Blob, string Folder, string FileName, string Sha256, long Size, DateTimeOffset CreatedAt, JobState State,
    string? DeviceId, IReadOnlyList<RecordedEvent> Events) {
    /// <summary>Jobs that no connector has answered for yet.</summary>
    public static readonly DocumentIndex<Job> ByWaiting = new("waiting", j => j.State == JobState.Waiting ? SortKeys.Of(j.CreatedAt) : null);
    /// <summary>Jobs that a connector has answered for and that are not at an end.</summary>
    public static readonly DocumentIndex<Job> ByUnderWay = new("under-way", j => j.State is JobState.Fetched or JobState.Placed ? SortKeys.Of(j.CreatedAt) : null);
    public static readonly DocumentKind<Job> Kind = new("job", ByWaiting, ByUnderWay);

    public static EdgeJob ForEdge(Stored<Job> job) => new(job.Id, job.Value.Folder, job.Value.FileName, job.Value.Sha256, job.Value.Size, job.Value.State switch {
        JobState.Waiting => null, JobState.Fetched => JobEventKind.Fetched, JobState.Placed => JobEventKind.Placed, JobState.SeenUnchanged => JobEventKind.SeenUnchanged, _ => JobEventKind.Refused,
    });

    public static bool MayMove(JobState from, JobEventKind kind) => (from, kind) switch {
        (JobState.Waiting, JobEventKind.Fetched or JobEventKind.Refused) => true,
        (JobState.Fetched, JobEventKind.Placed or JobEventKind.Refused) => true,
        (JobState.Placed, JobEventKind.SeenUnchanged or JobEventKind.Refused) => true,
        _ => false,
    };

    public static JobState After(JobEventKind kind) => kind switch {
        JobEventKind.Fetched => JobState.Fetched,
        JobEventKind.Placed => JobState.Placed,
        JobEventKind.SeenUnchanged => JobState.SeenUnchanged,
        _ => JobState.Refused,
    };

    public static string NameOf(JobState state) => state switch {
        JobState.Waiting => "受取待ち", JobState.Fetched => "受取済み", JobState.Placed => "配置済み", JobState.SeenUnchanged => "配置確認済み", _ => "配置失敗",
    };
}

internal enum JobState { Waiting, Fetched, Placed, SeenUnchanged, Refused }

internal sealed record RecordedEvent(JobEvent Event, string DeviceId, EdgeReceipt Receipt);

/// <summary>Something was reported about a job. The job itself says what: reports of one job may overtake each other.</summary>
internal sealed record JobReported(string JobId);
