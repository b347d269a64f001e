using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Cli;

/// <summary>A claim file that was written.</summary>
/// <param name="Payer">別表1 code.</param>
/// <param name="Findings">What <c>uke check</c> says about it.</param>
internal sealed record WrittenFile(string Payer, string Path, int Claims, IReadOnlyList<Finding> Findings);

/// <summary>RECEIPTH.UKE of each payer in its folder, and beside it the reasons of its lines. Files appear whole; one without claims goes away.</summary>
/// <param name="setup">What the files are checked against.</param>
internal sealed class PayerFiles(string directory, MonthBundle bundle, CheckSetup setup) : IDisposable {
    private static readonly (string Payer, string Folder)[] Folders = [("1", "shiharai-kikin"), ("2", "kokuho-rengo")];
    private readonly Dictionary<string, Unfinished> _open = [];

    public IReadOnlyList<WrittenFile> Checked { get; private set; } = [];

    public void Write(BuiltClaim claim) {
        if (!_open.TryGetValue(claim.ReviewOrganization, out var file))
            file = _open[claim.ReviewOrganization] = new(PathOf(claim.ReviewOrganization), bundle, claim.ReviewOrganization);
        file.Write(claim);
    }

    public void Finish() {
        foreach (var file in _open.Values) file.Finish();
        foreach (var (payer, _) in Folders)
            if (!_open.ContainsKey(payer)) Remove(PathOf(payer));
        Checked = [.. _open.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Check(f.Key, f.Value.Claims))];
    }

    public void Dispose() {
        foreach (var file in _open.Values) file.Dispose();
    }

    private WrittenFile Check(string payer, int claims) {
        using var file = File.OpenRead(PathOf(payer));
        return new(payer, PathOf(payer), claims, [.. new ClaimFileCheck(file, setup).Run().SelectMany(p => p.Findings)]);
    }

    private string PathOf(string payer) => Path.Combine(directory, Folders.First(f => f.Payer == payer).Folder, "RECEIPTH.UKE");

    private static void Remove(string path) {
        if (!Directory.Exists(Path.GetDirectoryName(path))) return;
        File.Delete(path);
        File.Delete(ClaimReasons.PathOf(path));
    }

    private sealed class Unfinished : IDisposable {
        private readonly string _path;
        private readonly FileStream _file;
        private readonly StreamWriter _reasons;
        private readonly ClaimFileWriting _writing;

        public Unfinished(string path, MonthBundle bundle, string payer) {
            _path = path;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _file = File.Create(path + ".part");
            _reasons = new StreamWriter(ClaimReasons.PathOf(path) + ".part");
            _writing = new ClaimFileWriting(_file, bundle, payer);
        }

        public int Claims => _writing.Claims;

        public void Write(BuiltClaim claim) {
            _writing.Write(claim);
            ClaimReasons.Write(_reasons, claim, _writing.Claims);
        }

        public void Finish() {
            _writing.Finish();
            Dispose();
            File.Move(ClaimReasons.PathOf(_path) + ".part", ClaimReasons.PathOf(_path), overwrite: true);
            File.Move(_path + ".part", _path, overwrite: true);
        }

        public void Dispose() {
            _file.Dispose();
            _reasons.Dispose();
        }
    }
}
