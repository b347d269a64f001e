using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge.Tests;

/// <summary>The process is gone: nothing in the connector catches this.</summary>
internal sealed class ProcessGoneException : Exception;

internal enum FaultKind {
    /// <summary>The process ends at the step, and a new one starts on the same data.</summary>
    ProcessGone,
    /// <summary>The process ends, and its ledger is lost.</summary>
    LedgerLost,
    /// <summary>The operation fails: a call is lost before or after the cloud saw it, the disk is full, the database does not write.</summary>
    Fails,
}

/// <summary>
/// Lets operations fail at numbers of one's choice. Steps are counted over all runs of a journey; those after a ledger write are left out of
/// <see cref="FaultKind.Fails"/>, because a write that was committed does not fail any more.
/// </summary>
internal sealed class Faults {
    private const int DiskFullOnLinux = 28;
    private const int SqliteFull = 13;
    private readonly Dictionary<int, FaultKind> _planned = [];
    private int _steps;

    public int Steps => _steps;
    public int Injected { get; private set; }
    public List<string> Trace { get; } = [];

    public bool LedgerIsLost { get; set; }

    public void Plan(int step, FaultKind kind) => _planned[step] = kind;

    /// <summary>Something else that happens just then.</summary>
    public Action<string>? Before { get; set; }

    public void Step(string name) {
        Before?.Invoke(name);
        if (!_planned.Remove(++_steps, out var kind)) return;
        var hits = kind != FaultKind.Fails || name is not "after ledger" && !name.Contains("look", StringComparison.Ordinal) && !name.Contains("key", StringComparison.Ordinal);
        if (!hits) return;
        Injected++;
        Trace.Add($"{_steps} {name}: {kind}");
        LedgerIsLost |= kind == FaultKind.LedgerLost;
        throw kind != FaultKind.Fails ? new ProcessGoneException()
            : name.Contains("call", StringComparison.Ordinal) ? new HttpRequestException("the call is lost")
            : name.Contains("ledger", StringComparison.Ordinal) ? new SqliteException("the disk is full", SqliteFull)
            : new IOException("the disk is full", DiskFullOnLinux);
    }
}
