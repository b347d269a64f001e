using System.Collections.Concurrent;
using System.Globalization;

namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>
/// オンライン請求 as a station meets it, with the person at the terminal: upload a file, save the acceptance list, press 請求確定, save the confirmation list.
/// It keeps every byte that reached it.
/// </summary>
public sealed class OnlineClaimsSystem(TimeProvider time) {
    public const string ClaimFileName = "RECEIPTH.UKE";
    public const string ReturnFileName = "RECEIPTH.HEN";
    private const int SlowParts = 10;

    private readonly Lock _gate = new();
    private readonly List<ReceivedFile> _received = [];
    private readonly SortedDictionary<string, byte[]> _histories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Fault> _faults = new();
    private readonly Queue<(string Path, byte[] Part)> _unwritten = new();
    private DateTimeOffset _lastList;

    public IReadOnlyList<ReceivedFile> Received {
        get {
            lock (_gate) return [.. _received];
        }
    }

    /// <exception cref="ArgumentException">No fault has that name.</exception>
    public void Inject(string fault) => _faults[fault] = Fault.All.FirstOrDefault(f => f.Name == fault) ?? throw new ArgumentException($"no fault {fault}", nameof(fault));

    public void Remove(string fault) => _faults.TryRemove(fault, out _);

    public bool Has(Fault fault) => _faults.ContainsKey(fault.Name);

    /// <summary>Does to a terminal what the faults of its folders say.</summary>
    public void Disturb(Terminal terminal) {
        if (Has(Fault.OutFolderMissing) && Directory.Exists(terminal.Out)) Directory.Move(terminal.Out, terminal.Out + ".away");
        if (!Has(Fault.OutFolderMissing) && Directory.Exists(terminal.Out + ".away")) Directory.Move(terminal.Out + ".away", terminal.Out);
        foreach (var placed in Placed(terminal)) {
            if (Has(Fault.PlacedFileChanged)) File.AppendAllText(placed, "x");
            if (Has(Fault.ForeignFile)) File.WriteAllText(placed, "foreign");
        }
    }

    /// <summary>Files that wait on a terminal, oldest first.</summary>
    public static IReadOnlyList<string> Placed(Terminal terminal) => !Directory.Exists(terminal.Out) ? [] :
        [.. new DirectoryInfo(terminal.Out).GetDirectories().Where(d => d.Name[0] != '.').SelectMany(d => d.GetFiles(ClaimFileName)).OrderBy(f => f.LastWriteTimeUtc).Select(f => f.FullName)];

    /// <summary>The person uploads a file from the terminal.</summary>
    public ReceivedFile Upload(Terminal terminal, string path) {
        var bytes = File.ReadAllBytes(path);
        lock (_gate) {
            var file = new ReceivedFile(_received.Count(r => r.Terminal == terminal) + 1, terminal, bytes, time.GetUtcNow());
            _received.Add(file);
            return file;
        }
    }

    /// <summary>The person saves the acceptance list. False: the list is not ready yet.</summary>
    public bool SaveAcceptanceList(ReceivedFile file) {
        if (Has(Fault.ListDelayed)) return false;
        var station = Has(Fault.WrongStationList) ? "9999999" : file.StationCode;
        var at = NextListTime();
        var bytes = StatusLists.Acceptance(file, station, at, Has(Fault.RefuseClaim), Has(Fault.QueryClaim));
        if (Has(Fault.ListTruncated)) bytes = bytes[..(bytes.Length / 2)];
        if (Has(Fault.EmptyList)) bytes = [];
        Save(file.Terminal, StatusLists.AcceptanceName(file, station, at), bytes);
        if (Has(Fault.ListTwice)) Save(file.Terminal, StatusLists.AcceptanceName(file, station, NextListTime()), bytes);
        return true;
    }

    /// <summary>The person presses 請求確定. False: there is nothing to confirm.</summary>
    public bool Confirm(ReceivedFile file) {
        if (!file.IsClaimFile || file.ConfirmedAt is not null) return false;
        file.ConfirmedAt = time.GetUtcNow();
        return true;
    }

    /// <summary>The person saves the list of confirmed claims. False: nothing is confirmed yet.</summary>
    public bool SaveConfirmationList(ReceivedFile file) {
        if (file.ConfirmedAt is null) return false;
        var at = NextListTime();
        Save(file.Terminal, StatusLists.ConfirmationName(file, at), StatusLists.Confirmation(file, at, Has(Fault.RefuseClaim)));
        return true;
    }

    /// <summary>審査 is over: the payer sends claims of a confirmed file back, and the person saves the return file.</summary>
    /// <param name="claims">Positions in the file, from 1.</param>
    public void SaveReturnFile(ReceivedFile file, params IReadOnlyList<int> claims) {
        var lines = ReturnFiles.ClaimLines(file.Bytes);
        var month = time.GetUtcNow().AddHours(9).ToString("yyyyMM", CultureInfo.InvariantCulture);
        lock (_gate) {
            List<SentBack> back = [.. claims.Select((claim, i) => new SentBack(lines[claim - 1], ReturnFiles.SearchNumber(_histories.Count + i + 1)))];
            foreach (var claim in back) _histories[claim.SearchNumber] = ReturnFiles.History(claim, month);
            Save(file.Terminal, ReturnFileName, ReturnFiles.Of(file.Payer, file.Prefecture, file.StationCode, month, back));
        }
    }

    /// <summary>Search numbers of the re-claims in a file whose history is, byte for byte, the one that was given out with it.</summary>
    public IReadOnlyList<string> IntactReclaims(ReceivedFile file) {
        lock (_gate) return [.. _histories.Where(h => file.Bytes.AsSpan().IndexOf(h.Value) > 0).Select(h => h.Key)];
    }

    /// <summary>True while a list is only partly in the folder.</summary>
    public bool IsWriting {
        get {
            lock (_gate) return _unwritten.Count > 0;
        }
    }

    /// <summary>Writes the next part of a list that is written slowly; nothing when none is.</summary>
    public void WriteOn() {
        lock (_gate) {
            if (!_unwritten.TryDequeue(out var next)) return;
            using var file = new FileStream(next.Path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(next.Part);
        }
    }

    private void Save(Terminal terminal, string name, byte[] bytes) {
        var path = Path.Combine(terminal.In, name);
        if (!Has(Fault.ListWrittenSlowly)) {
            File.WriteAllBytes(path, bytes);
            return;
        }
        lock (_gate)
            foreach (var part in bytes.Chunk(Math.Max(1, bytes.Length / SlowParts))) _unwritten.Enqueue((path, part));
        WriteOn();
    }

    /// <summary>List names carry the second: no two lists may have the same.</summary>
    private DateTimeOffset NextListTime() {
        lock (_gate) {
            var now = time.GetUtcNow();
            return _lastList = now > _lastList.AddSeconds(1) ? now : _lastList.AddSeconds(1);
        }
    }
}
