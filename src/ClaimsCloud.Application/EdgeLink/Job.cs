using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>One fixed file to be put on one terminal.</summary>
/// <param name="FileId">The claim file or the ask that it is for.</param>
/// <param name="DeviceId">The connector that was given the job; two of them must never place the same file.</param>
/// <param name="NotBefore">Nobody is given the job earlier.</param>
internal sealed record Job(string FileId, string Blob, string Folder, string FileName, string Sha256, long Size, DateTimeOffset CreatedAt, JobState State,
    string? DeviceId, IReadOnlyList<RecordedEvent> Events, JobKind For = JobKind.ClaimFile, DateTimeOffset? NotBefore = null) {
    /// <summary>Jobs that no connector has answered for yet.</summary>
    public static readonly DocumentIndex<Job> ByWaiting = new("waiting", j => j.State == JobState.Waiting && j.For == JobKind.ClaimFile ? SortKeys.Of(j.CreatedAt) : null);
    /// <summary>The same for eligibility, by the time from which they may be done: they never stand in the way of claim files.</summary>
    public static readonly DocumentIndex<Job> ByWaitingAsk = new("waiting-ask", j => j.State == JobState.Waiting && j.For == JobKind.Eligibility ? SortKeys.Of(j.NotBefore ?? j.CreatedAt) : null);
    /// <summary>The same for files to 国保連合会 (介護), for connectors that know the sending software's folder.</summary>
    public static readonly DocumentIndex<Job> ByWaitingCare = new("waiting-care", j => j.State == JobState.Waiting && j.For == JobKind.CareClaimFile ? SortKeys.Of(j.CreatedAt) : null);
    /// <summary>Jobs that a connector has answered for and that are not at an end.</summary>
    public static readonly DocumentIndex<Job> ByUnderWay = new("under-way", j => j.State is JobState.Fetched or JobState.Placed ? SortKeys.Of(j.CreatedAt) : null);
    public static readonly DocumentKind<Job> Kind = new("job", ByWaiting, ByWaitingAsk, ByWaitingCare, ByUnderWay);

    public static EdgeJob ForEdge(Stored<Job> job) => new(job.Id, job.Value.Folder, job.Value.FileName, job.Value.Sha256, job.Value.Size, job.Value.State switch {
        JobState.Waiting => null, JobState.Fetched => JobEventKind.Fetched, JobState.Placed => JobEventKind.Placed, JobState.SeenUnchanged => JobEventKind.SeenUnchanged,
        JobState.Answered => JobEventKind.Answered, JobState.TimedOut => JobEventKind.TimedOut, _ => JobEventKind.Refused,
    }, job.Value.For);

    public bool MayMove(JobEventKind kind) => (State, kind) switch {
        (JobState.Waiting, JobEventKind.Fetched or JobEventKind.Refused) => true,
        (JobState.Fetched, JobEventKind.Placed or JobEventKind.Refused) => true,
        (JobState.Placed, JobEventKind.Refused) => true,
        (JobState.Placed, JobEventKind.SeenUnchanged) => For != JobKind.Eligibility,
        // Fetched: nobody saw the file being placed, and its outcome came all the same.
        (JobState.Fetched or JobState.Placed, JobEventKind.Answered or JobEventKind.TimedOut) or (JobState.TimedOut, JobEventKind.Answered) => For == JobKind.Eligibility,
        _ => false,
    };

    public static JobState After(JobEventKind kind) => kind switch {
        JobEventKind.Fetched => JobState.Fetched,
        JobEventKind.Placed => JobState.Placed,
        JobEventKind.SeenUnchanged => JobState.SeenUnchanged,
        JobEventKind.Answered => JobState.Answered,
        JobEventKind.TimedOut => JobState.TimedOut,
        _ => JobState.Refused,
    };

    public static string NameOf(JobState state) => state switch {
        JobState.Waiting => "受取待ち", JobState.Fetched => "受取済み", JobState.Placed => "配置済み", JobState.SeenUnchanged => "配置確認済み",
        JobState.Answered => "回答あり", JobState.TimedOut => "時間切れ", _ => "配置失敗",
    };
}

internal enum JobState { Waiting, Fetched, Placed, SeenUnchanged, Refused, Answered, TimedOut }

internal sealed record RecordedEvent(JobEvent Event, string DeviceId, EdgeReceipt Receipt);

/// <summary>Something was reported about a job. The job itself says what: reports of one job may overtake each other.</summary>
internal sealed record JobReported(string JobId);

/// <summary>The same of an eligibility request.</summary>
internal sealed record AskReported(string JobId);
