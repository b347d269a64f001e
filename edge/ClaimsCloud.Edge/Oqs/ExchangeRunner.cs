using System.Runtime.ExceptionServices;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Edge.Oqs;

/// <summary>
/// Requests of オンライン資格確認 into <c>req</c>, their outcomes out of <c>res</c>, results of card readers out of <c>face</c>. Outcomes and results go up as files like
/// any other (<see cref="Reporter"/>).
/// </summary>
internal sealed class ExchangeRunner(EdgeOptions options, EdgeSettings settings, Ledger ledger, Spool spool, Disk disk, JobContent content, DeviceKey key, Alarms alarms) : IDisposable {
    /// <summary>How long an answer is looked for after its time has run out.</summary>
    private static readonly TimeSpan LateAnswers = TimeSpan.FromDays(7);

    private readonly OqsFolders? _folders = settings.OqsRoot is { } root ? new(root) : null;
    private readonly Looks _looks = new(options, disk);
    private readonly Dictionary<string, (long Size, DateTime Written)> _faces = new(StringComparer.Ordinal);

    /// <summary>One request that fails must not hold up the others; the caller hears of the failure afterwards.</summary>
    public async Task Run(CancellationToken stop) {
        if (_folders is null) return;
        alarms.Set(Alarms.OqsFolderMissing, !_folders.AreThere);
        if (!_folders.AreThere) return;
        var isOurs = _folders.Lease(disk);
        alarms.Set(Alarms.OqsFolderShared, !isOurs);
        if (!isOurs) return;

        var open = ledger.OpenExchanges();
        _folders.Sweep(open.Where(e => e.Course is null), disk);
        var (inReq, inRes) = (_folders.NamesInReq(), _folders.NamesInRes());
        Exception? failure = null;
        foreach (var exchange in open) failure = await Try(() => Step(exchange, _folders, inReq, inRes, stop)) ?? failure;
        failure = await Try(() => Faces(_folders)) ?? failure;
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    public void Dispose() => _folders?.Dispose();

    private static async Task<Exception?> Try(Func<Task> step) {
        try {
            await step();
            return null;
        } catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException) {
            return e;
        }
    }

    private async Task Step(Exchange exchange, OqsFolders folders, IReadOnlyCollection<string> inReq, IReadOnlyCollection<string> inRes, CancellationToken stop) {
        if (exchange.Course is { } course) Follow(exchange, course, folders, FolderSight.Of(course.Name, inReq, inRes));
        else if (exchange.IsFetched) {
            if (ledger.IsTold(exchange, JobEventKind.Fetched)) Place(exchange, folders, FolderSight.Of(exchange.Name!, inReq, inRes));
        } else if (!PlainName.Is(exchange.FileName) || exchange.Name is null) Refuse(exchange, "bad-name");
        else await Fetch(exchange, stop);
    }

    private async Task Fetch(Exchange exchange, CancellationToken stop) {
        try {
            var sha256 = await content.Fetch(exchange.Job, stop);
            ledger.Fetched(exchange, Happened(exchange, JobEventKind.Fetched) with { Sha256 = sha256 });
        } catch (CloudRefusedException) {
            Refuse(exchange, "content-refused");
        }
    }

    /// <summary>The content lies ready, the intent is written, the file gets its name: whatever ends the connector in between leaves a doubt, and a doubt is never placed again.</summary>
    private void Place(Exchange exchange, OqsFolders folders, FolderSight sight) {
        if (sight != new FolderSight(false, null, null)) {
            Refuse(exchange, "request-exists");
            return;
        }
        var unfinished = folders.Unfinished(exchange);
        if (disk.Hash(spool.Of(exchange.Job)) != exchange.Sha256) throw new IOException("the spool lost a request");
        disk.Copy(spool.Of(exchange.Job), unfinished);
        if (disk.Hash(unfinished) != exchange.Sha256) throw new IOException("the terminal's disk gave back other bytes than it got");
        var intent = OqsExchange.Create(exchange.Name!);
        var placing = exchange with { Since = options.Time.GetUtcNow() };
        ledger.Move(placing, intent);
        if (!disk.MoveNew(unfinished, folders.InReq(exchange.FileName))) Refuse(placing, "request-exists");
        else Tell(placing, intent.On(ExchangeEvent.Placed).Exchange, JobEventKind.Placed);
    }

    private void Follow(Exchange exchange, OqsExchange course, OqsFolders folders, FolderSight sight) {
        if (course.State == ExchangeState.Created) ledger.Move(exchange, course.On(ExchangeEvent.PlacingDoubted).Exchange);
        else if (course.State is ExchangeState.Answered or ExchangeState.Refused) Finish(exchange, course, folders, sight);
        else if (Outcome(course, sight) is ({ } name, { } moved)) Collect(exchange, moved, folders.InRes(name), name);
        else if (course.State == ExchangeState.Uploaded) GiveUp(exchange, course);
        else if (course.State == ExchangeState.TimedOut) {
            if (ledger.IsTold(exchange, JobEventKind.TimedOut)) ledger.Move(exchange, course.On(ExchangeEvent.Uploaded).Exchange);
        }
        else if (options.Time.GetUtcNow() - exchange.Since > FetchPlan.Wait(course.Name.Family)) RunOut(exchange, course, folders);
        else if (course.State == ExchangeState.Placed) ledger.Move(exchange, course.On(ExchangeEvent.Verified).Exchange);
    }

    private static (string? Name, OqsExchange? Moved) Outcome(OqsExchange course, FolderSight sight) =>
        sight.Answer is { } answer ? (answer, course.On(ExchangeEvent.AnswerSeen).Exchange)
        : sight.Refusal is { } refusal ? (refusal, course.On(ExchangeEvent.RefusalSeen).Exchange) : (null, null);

    /// <summary>A request that nobody has taken is taken back: a terminal that was off must not find a heap of old questions.</summary>
    private void RunOut(Exchange exchange, OqsExchange course, OqsFolders folders) {
        if (disk.Hash(folders.InReq(exchange.FileName)) == exchange.Sha256) disk.Delete(folders.InReq(exchange.FileName));
        alarms.Set(Alarms.OqsSilent, true);
        Tell(exchange, course.On(ExchangeEvent.TimeRanOut).Exchange, JobEventKind.TimedOut);
    }

    private void GiveUp(Exchange exchange, OqsExchange course) {
        if (options.Time.GetUtcNow() - exchange.Since > LateAnswers) ledger.Move(exchange, course.On(ExchangeEvent.Cleaned).Exchange);
    }

    private void Collect(Exchange exchange, OqsExchange moved, string path, string name) {
        if (_looks.Believed(path) is not { } sha256 || Keep(path, name, sha256) is not { } file) return;
        alarms.Set(Alarms.OqsSilent, false);
        alarms.Set(Alarms.OqsEncrypted, IsEncrypted(path));
        alarms.Note($"job {exchange.JobId} {moved.Outcome}");
        ledger.Collect(exchange, moved, file, Happened(exchange, JobEventKind.Answered));
    }

    /// <summary>When the cloud has the outcome, our own files go. An outcome that was written on meanwhile is another file, and goes up too.</summary>
    private void Finish(Exchange exchange, OqsExchange course, OqsFolders folders, FolderSight sight) {
        var name = sight.Answer ?? sight.Refusal;
        var state = exchange.FileKey is { } file ? ledger.StateOf(file) : null;
        if (state is null or FileState.Copying && name is not null) Collect(exchange, course, folders.InRes(name), name);
        if (state != FileState.Acknowledged) return;
        if (name is not null) {
            if (_looks.Believed(folders.InRes(name)) is not { } sha256) return;
            if (FileCollector.KeyOf(name, sha256) != exchange.FileKey) {
                Collect(exchange, course, folders.InRes(name), name);
                return;
            }
            // Beside an .err lies the request itself.
            foreach (var own in (string[])[name, exchange.FileName]) disk.Delete(folders.InRes(own));
        }
        ledger.Move(exchange, course.On(ExchangeEvent.Uploaded).Exchange.On(ExchangeEvent.Cleaned).Exchange);
    }

    /// <summary>A result that a card reader wrote belongs to other products too: it is copied, never moved.</summary>
    private Task Faces(OqsFolders folders) {
        foreach (var face in folders.FaceResults().Where(f => f.LinkTarget is null && OqsFileName.Parse(f.Name) is { Role: OqsFileRole.FaceResult })) {
            if (_faces.GetValueOrDefault(face.Name) == (face.Length, face.LastWriteTimeUtc) || _looks.Believed(face.FullName) is not { } sha256) continue;
            var sight = (face.Length, face.LastWriteTimeUtc);
            if (ledger.StateOf(FileCollector.KeyOf(face.Name, sha256)) is null or FileState.Copying) {
                if (Keep(face.FullName, face.Name, sha256) is not { } file) continue;
                ledger.Add(file);
                alarms.Note($"file {file.Key} seen");
            }
            _faces[face.Name] = sight;
        }
        return Task.CompletedTask;
    }

    /// <summary>Null when the file changed while it was copied.</summary>
    private CollectedFile? Keep(string path, string name, string sha256) {
        var file = new CollectedFile(FileCollector.KeyOf(name, sha256), name, sha256, new FileInfo(path).Length, FileState.Copied);
        disk.Copy(path, spool.Of(file));
        spool.Flush();
        return disk.Hash(spool.Of(file)) == sha256 ? file : null;
    }

    private static bool IsEncrypted(string path) {
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }

    private void Refuse(Exchange exchange, string code) {
        alarms.Note($"job {exchange.JobId} refused {code}");
        ledger.Refuse(exchange, Signed(exchange, new(Ledger.KeyOf(exchange.JobId, JobEventKind.Refused), JobEventKind.Refused, null, options.Time.GetUtcNow(), code)));
    }

    private void Tell(Exchange exchange, OqsExchange to, JobEventKind kind) {
        alarms.Note($"job {exchange.JobId} {kind}");
        ledger.Move(exchange, to, Happened(exchange, kind));
    }

    private JobEvent Happened(Exchange exchange, JobEventKind kind) => Signed(exchange, new(Ledger.KeyOf(exchange.JobId, kind), kind, exchange.Sha256, options.Time.GetUtcNow(), null));

    private JobEvent Signed(Exchange exchange, JobEvent happened) => happened with { Proof = key.Sign(EdgeProof.OfEvent(exchange.JobId, happened)) };
}
