using System.Text;

namespace ClaimsCloud.Edge.OnSite;

/// <summary>The connector's log in its data folder: two files of a megabyte, the older one goes. A log that cannot be written stops nothing.</summary>
internal sealed class LogFile(string dataFolder) : TextWriter {
    private const long Largest = 1 << 20;
    private readonly Lock _gate = new();

    public override Encoding Encoding => Encoding.UTF8;

    private string Current => Path.Combine(dataFolder, "edge.log");

    private string Former => Path.Combine(dataFolder, "edge.1.log");

    public override void WriteLine(string? value) {
        lock (_gate) {
            try {
                if (File.Exists(Current) && new FileInfo(Current).Length > Largest) File.Move(Current, Former, overwrite: true);
                File.AppendAllText(Current, value + Environment.NewLine);
            } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
                // A full disk is told by its alarm.
            }
        }
    }

    /// <summary>The last lines, oldest first.</summary>
    public IReadOnlyList<string> Tail(int lines) {
        lock (_gate) return [.. ((string[])[Former, Current]).Where(File.Exists).SelectMany(File.ReadLines).TakeLast(lines)];
    }
}
