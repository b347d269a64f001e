using System.Text;

namespace ClaimsCloud.Edge.Oqs;

/// <summary>
/// The folders of 連携アプリケーション under one root. Other products use them too: what we did not place is never touched. Our corner beside them is on the same
/// volume, and its open file keeps a second connector out.
/// </summary>
internal sealed class OqsFolders(string root) : IDisposable {
    public const string Req = "req";
    public const string Res = "res";
    private const string Face = "face";
    private const string CornerName = ".claimscloud-oqs";
    private const string LeaseName = "lease";

    private FileStream? _lease;

    /// <summary>They are never made: a missing one means a wrong path or a share that is gone.</summary>
    public bool AreThere => Directory.Exists(InReq("")) && Directory.Exists(InRes(""));

    public string InReq(string name) => Path.Combine(root, Req, name);

    public string InRes(string name) => Path.Combine(root, Res, name);

    /// <summary>Before it has its name.</summary>
    public string Unfinished(Exchange exchange) => Path.Combine(Corner, exchange.JobId);

    public IReadOnlyCollection<string> NamesInReq() => Names(InReq(""));

    public IReadOnlyCollection<string> NamesInRes() => Names(InRes(""));

    public IEnumerable<FileInfo> FaceResults() => new DirectoryInfo(Path.Combine(root, Face)) is { Exists: true } face ? face.EnumerateFiles() : [];

    /// <summary>False while another connector has these folders.</summary>
    public bool Lease(Disk disk) {
        var path = Path.Combine(Corner, LeaseName);
        if (_lease is not null && File.Exists(path)) return true;
        _lease?.Dispose();
        _lease = null;
        disk.MakeFolder(Corner);
        if (OperatingSystem.IsWindows()) File.SetAttributes(Corner, FileAttributes.Directory | FileAttributes.Hidden);
        try {
            _lease = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            _lease.Write(Encoding.ASCII.GetBytes(Environment.MachineName));
            _lease.Flush();
            return true;
        } catch (IOException) when (File.Exists(path)) {
            return false;
        }
    }

    /// <summary>With the lease in hand, everything else in the corner is what we left there.</summary>
    public void Sweep(IEnumerable<Exchange> unplaced, Disk disk) {
        var needed = unplaced.Select(e => e.JobId).Append(LeaseName).ToHashSet(StringComparer.Ordinal);
        foreach (var left in Directory.GetFiles(Corner).Where(f => !needed.Contains(Path.GetFileName(f)))) disk.Delete(left);
    }

    public void Dispose() => _lease?.Dispose();

    private string Corner => Path.Combine(root, CornerName);

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f))];
}
