using System.Globalization;
using SQLitePCL;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>What a process holds, in MB, and how many files and sockets it has open.</summary>
/// <param name="Resident">All of it that is in memory, as the machine counts it.</param>
/// <param name="Anonymous">Of that, what is no file.</param>
/// <param name="Committed">What the collector keeps for the managed heap, used or not.</param>
/// <param name="Heap">What stands on the managed heap, or lives there.</param>
/// <param name="Sqlite">What SQLite has taken for all its connections.</param>
internal sealed record NodeMemory(int Resident, int Anonymous, int Committed, int Heap, int Sqlite, int Open) {
    private const string Word = "memory ";

    public static string Header => $"{"resident",9} {"anonym.",8} {"committed",10} {"heap",6} {"sqlite",7} {"open files",11}";
    public string Row => $"{Resident,9:N0} {Anonymous,8:N0} {Committed,10:N0} {Heap,6:N0} {Sqlite,7:N0} {Open,11:N0}";
    public string Line => Word + string.Join(' ', ((int[])[Resident, Anonymous, Committed, Heap, Sqlite, Open]).Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <param name="live">After a full collection, which makes everybody wait.</param>
    public static NodeMemory Now(bool live) {
        var heap = GC.GetTotalMemory(forceFullCollection: live);
        var status = File.ReadAllLines("/proc/self/status");
        return new(Status(status, "VmRSS:"), Status(status, "RssAnon:"), (int)(GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes >> 20), (int)(heap >> 20), (int)(raw.sqlite3_memory_used() >> 20),
            Directory.GetFiles("/proc/self/fd").Length);
    }

    /// <summary>Null for a line that tells something else.</summary>
    public static NodeMemory? Of(string line) {
        if (!line.StartsWith(Word, StringComparison.Ordinal)) return null;
        int[] n = [.. line[Word.Length..].Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private static int Status(string[] lines, string word) => int.Parse(lines.Single(l => l.StartsWith(word, StringComparison.Ordinal))[word.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) >> 10;
}
