using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>One station under load: a biller who uploads and seals, a connector that fetches and reports, a site that sends what came back. It notes what was answered and what was not.</summary>
internal sealed class LoadedSite(NodeStation station, HttpClient biller, SimulatedConnector pc) : IDisposable {
    private static readonly string[] WholeChain = ["received", "checked", "sealed", "fetched", "placed", "seen"];

    // By hash: what the bytes were sent as, and whether that was answered.
    private readonly ConcurrentDictionary<string, bool> uploads = new();
    private readonly ConcurrentDictionary<string, string> sent = new();
    private readonly ConcurrentQueue<string> faults = new();
    private readonly string code = PlainCode(station.Login);
    private int next;
    private int broken;

    public int Uploads => uploads.Values.Count(answered => answered);
    public int Unanswered => uploads.Values.Count(answered => !answered);
    public int Sent => sent.Count;
    public int Broken => broken;
    public int Placed { get; private set; }
    public long AuditEntries { get; private set; }

    public IEnumerable<Task> Run(CancellationToken stop) => [Again(Upload, stop), Again(SealAll, stop), Again(Carry, stop), Again(SendUp, stop)];

    /// <summary>Until everything that is there is sealed and has gone all its way.</summary>
    /// <param name="limit">How long nothing may move before that.</param>
    public async Task Finish(TimeSpan limit) {
        var (since, last) = (Stopwatch.GetTimestamp(), "");
        using var end = new CancellationTokenSource();
        var running = new[] { Again(SealAll, end.Token), Again(Carry, end.Token) };
        while (true) {
            var files = await biller.All<ClaimFileRow>(PortalRoutes.ClaimFiles, f => f.FileId);
            if (files.All(f => f.State == ClaimFileState.SeenUnchanged)) break;
            var states = string.Join(", ", files.GroupBy(f => f.State).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"));
            if (states != last) (since, last) = (Stopwatch.GetTimestamp(), states);
            if (Stopwatch.GetElapsedTime(since) > limit) {
                faults.Enqueue($"{station.Tenant}: nothing moved for {limit.TotalMinutes:0} minutes: {states}");
                break;
            }
            await Task.Delay(1000);
        }
        await end.CancelAsync();
        await Task.WhenAll(running);
    }

    public async Task<IReadOnlyList<string>> Faults() {
        var found = new List<string>(faults);
        var files = new List<ClaimFileDetail>();
        foreach (var row in await biller.All<ClaimFileRow>(PortalRoutes.ClaimFiles, f => f.FileId)) files.Add(await biller.Get<ClaimFileDetail>($"{PortalRoutes.ClaimFiles}/{row.FileId}"));
        foreach (var (hash, answered) in uploads) {
            var there = files.Count(f => f.Sha256 == hash);
            if (there > 1 || (answered && there == 0)) found.Add($"{station.Tenant}: claim file {hash} is there {there} times, answered {answered}");
        }
        foreach (var file in files) {
            if (!uploads.ContainsKey(file.Sha256)) found.Add($"{station.Tenant}: {file.File.FileId} was never sent");
            if (KillBench.Hash(await biller.GetByteArrayAsync($"{PortalRoutes.ClaimFiles}/{file.File.FileId}/original")) != file.Sha256) found.Add($"{station.Tenant}: {file.File.FileId} has other bytes");
            if (file.Chain.Select(l => l.Kind).SequenceEqual(WholeChain) && file.Chain.All(l => l.Sha256 == file.Sha256)) Placed++;
            else found.Add($"{station.Tenant}: {file.File.FileId} went {string.Join(' ', file.Chain.Select(l => l.Kind))}");
        }
        var returned = await biller.All<ReturnFileRow>(PortalRoutes.ReturnFiles, f => f.ReturnFileId);
        foreach (var (key, hash) in sent)
            if (returned.Count(f => f.ReturnFileId == key && f.Sha256 == hash) != 1 || returned.Count(f => f.Sha256 == hash) != 1) found.Add($"{station.Tenant}: file {key} from the site is there {returned.Count(f => f.Sha256 == hash)} times");
        var (entries, audit) = await KillBench.Audit(biller);
        AuditEntries = entries;
        return [.. found, .. audit.Select(a => $"{station.Tenant}: {a}")];
    }

    public void Dispose() => biller.Dispose();

    /// <summary>A broken call is somebody's next try, not an end; so is a seal whose turn is still held by one that a kill broke off (409).</summary>
    private async Task Again(Func<CancellationToken, Task> step, CancellationToken stop) {
        while (!stop.IsCancellationRequested) {
            try {
                await step(stop);
            } catch (Exception e) when (e is HttpRequestException or SocketException or IOException or TaskCanceledException) {
                Interlocked.Increment(ref broken);
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private async Task Upload(CancellationToken stop) {
        var number = Interlocked.Increment(ref next);
        var bytes = PlainClaims.File(1 + (number % 3), code, chart: n => $"{station.Login}-{number}-{n}");
        var hash = KillBench.Hash(bytes);
        uploads[hash] = false;
        try {
            using var answer = await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(bytes), CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            uploads[hash] = true;
        } catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError) {
            // No byte of it left this process.
            uploads.TryRemove(hash, out _);
            throw;
        }
        // Slow enough that the seals, which look at all that was sealed before, come after.
        await Task.Delay(200, CancellationToken.None);
    }

    private async Task SealAll(CancellationToken stop) {
        foreach (var row in (await biller.All<ClaimFileRow>(PortalRoutes.ClaimFiles, f => f.FileId)).Where(f => f.State == ClaimFileState.Checked)) {
            using var answer = await biller.PostAsJsonAsync($"{PortalRoutes.ClaimFiles}/{row.FileId}/seal", new SealRequest("強制終了の試験のため"), stop);
            answer.EnsureSuccessStatusCode();
        }
        await Task.Delay(100, CancellationToken.None);
    }

    /// <summary>A connector that is told of a job again goes on where it was: every event may be sent twice.</summary>
    private async Task Carry(CancellationToken stop) {
        var work = await pc.Work(5, stop);
        foreach (var job in work.Jobs) {
            if (KillBench.Hash(await pc.Content(job, stop)) != job.Sha256) faults.Enqueue($"{station.Tenant}: job {job.JobId} brought other bytes");
            foreach (var kind in (JobEventKind[])[JobEventKind.Fetched, JobEventKind.Placed, JobEventKind.SeenUnchanged]) {
                var seen = pc.Seen(job, kind);
                await UntilHeard(() => pc.Report(job, seen, CancellationToken.None));
            }
        }
    }

    private async Task SendUp(CancellationToken stop) {
        var number = Interlocked.Increment(ref next);
        var bytes = System.Text.Encoding.ASCII.GetBytes($"{station.Login},{number}\r\n");
        var key = $"k-{number}";
        await UntilHeard(() => pc.SendFile(key, $"unknown-{number}.csv", bytes, CancellationToken.None));
        sent[key] = KillBench.Hash(bytes);
        await Task.Delay(50, CancellationToken.None);
    }

    /// <summary>As the connector's spool: the same again until there is a receipt. Nothing of it may be refused.</summary>
    private async Task UntilHeard(Func<Task<EdgeReceipt>> call) {
        while (true) {
            try {
                await call();
                return;
            } catch (Exception e) when (e is HttpRequestException or SocketException or IOException or TaskCanceledException) {
                if (e is HttpRequestException { StatusCode: >= System.Net.HttpStatusCode.BadRequest and < System.Net.HttpStatusCode.InternalServerError }) {
                    faults.Enqueue($"{station.Tenant}: {e.Message}");
                    return;
                }
                Interlocked.Increment(ref broken);
                await Task.Delay(50);
            }
        }
    }

    private static string PlainCode(string login) => $"{9_990_000 + int.Parse(login.AsSpan("biller".Length), System.Globalization.CultureInfo.InvariantCulture)}";
}
