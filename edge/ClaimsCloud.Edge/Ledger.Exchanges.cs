using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Edge;

/// <summary>One request of オンライン資格確認 and how far it is.</summary>
/// <param name="Course">Null until the content is here and the cloud knows that it is: up to then nothing can have been asked.</param>
/// <param name="Since">When the request was placed, or given before that.</param>
/// <param name="FileKey">The outcome's file; null while there is none.</param>
internal sealed record Exchange(string JobId, string FileName, string Sha256, long Size, bool IsFetched, OqsExchange? Course, DateTimeOffset Since, string? FileKey) {
    /// <summary>Its content, as the spool and the fetching know it.</summary>
    public Job Job => new(JobId, "", FileName, Sha256, Size, JobState.Created);

    /// <summary>Null when the cloud gave a name that is none.</summary>
    public RequestName? Name => OqsFileName.Parse(FileName) is { Role: OqsFileRole.Request, Family: { } family } name ? new(family, name.Step, name.Suffix) : null;

    /// <summary>The cloud has heard of an end; what the terminal writes after a time-out is still waited for.</summary>
    public bool IsTold => Course?.State is ExchangeState.Uploaded;
}

internal sealed partial class Ledger {
    private const string Given = "Given";
    private const string Content = "Fetched";
    private const string Ended = "Ended";

    /// <summary>
    /// A request that the cloud knows to be fetched and this memory does not know may have been placed: it is looked after, never placed again. That is why placing
    /// waits until the cloud has heard of the fetching.
    /// </summary>
    private void AddExchange(EdgeJob job, DateTimeOffset now) {
        var state = job.Known is null ? Given : nameof(ExchangeState.Placed);
        (string, object?[]) add = ("INSERT OR IGNORE INTO exchanges VALUES ($1, $2, $3, $4, $5, 'Open', $6, $7, NULL)",
            [job.JobId, job.FileName, job.Sha256, job.Size, state, job.Known == JobEventKind.Fetched ? 1 : 0, now.ToString("O")]);
        if (job.Known is null) Write(add);
        else if (job.Known == JobEventKind.Fetched) Write(add, Heard(job, JobEventKind.Fetched));
        else if (job.Known == JobEventKind.Placed) Write(add, Heard(job, JobEventKind.Fetched), Heard(job, JobEventKind.Placed));
    }

    public IReadOnlyList<Exchange> OpenExchanges() => Read("SELECT job, name, sha256, size, state, outcome, doubt, since, file FROM exchanges WHERE state NOT IN ('Cleaned', 'Ended') ORDER BY rowid", r => {
        var exchange = new Exchange(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4) != Given, null, DateTimeOffset.Parse(r.GetString(7)), Text(r, 8));
        return r.GetString(4) is Given or Content ? exchange : exchange with {
            Course = new(exchange.Name!, Enum.Parse<ExchangeState>(r.GetString(4)), Enum.Parse<ExchangeOutcome>(r.GetString(5)), r.GetInt64(6) != 0),
        };
    });

    public bool IsTold(Exchange exchange, JobEventKind kind) => Read("SELECT 1 FROM events WHERE key = $1 AND receipt IS NOT NULL", _ => true, KeyOf(exchange.JobId, kind)).Count > 0;

    public FileState? StateOf(string fileKey) => Read("SELECT state FROM files WHERE key = $1", r => (FileState?)Enum.Parse<FileState>(r.GetString(0)), fileKey).SingleOrDefault();

    public void Fetched(Exchange exchange, JobEvent happened) => Write(("UPDATE exchanges SET state = $2 WHERE job = $1", [exchange.JobId, Content]), Tell(exchange.JobId, happened));

    /// <summary>It can never be placed; a person hears why.</summary>
    public void Refuse(Exchange exchange, JobEvent happened) => Write(("UPDATE exchanges SET state = $2 WHERE job = $1", [exchange.JobId, Ended]), Tell(exchange.JobId, happened));

    public void Move(Exchange exchange, OqsExchange to) => Write(MoveExchange(exchange, to));

    public void Move(Exchange exchange, OqsExchange to, JobEvent happened) => Write(MoveExchange(exchange, to), Tell(exchange.JobId, happened));

    /// <summary>The outcome's bytes are safe in the spool, and everything that follows from that.</summary>
    public void Collect(Exchange exchange, OqsExchange to, CollectedFile file, JobEvent happened) => Write(AddFile(file),
        ("UPDATE files SET state = 'Copied' WHERE key = $1 AND state = 'Copying'", [file.Key]), MoveExchange(exchange with { FileKey = file.Key }, to), Tell(exchange.JobId, happened));

    private static (string, object?[]) MoveExchange(Exchange exchange, OqsExchange to) => ("UPDATE exchanges SET state = $2, outcome = $3, doubt = $4, since = $5, file = $6 WHERE job = $1",
        [exchange.JobId, to.State.ToString(), to.Outcome.ToString(), to.InDoubt ? 1 : 0, exchange.Since.ToString("O"), exchange.FileKey]);
}
