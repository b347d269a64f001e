using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>The data folder's <c>updates</c>: a notice (<c>release.json</c>) and its program (<c>package</c>). The notice comes last and goes first: with it the two belong together.</summary>
internal sealed class ReleaseFolder(string dataFolder) {
    private readonly string _folder = Path.Combine(dataFolder, "updates");

    public string Package => Path.Combine(_folder, "package");

    private string Notice => Path.Combine(_folder, "release.json");

    public bool HoldsSomething => File.Exists(Notice) && File.Exists(Package);

    /// <summary>Null when nothing lies there, or what lies there cannot be read.</summary>
    public EdgeRelease? Release => File.Exists(Notice) ? EdgeRelease.FromNotice(File.ReadAllBytes(Notice)) : null;

    /// <summary>Where a program grows until it is whole; those of other releases go.</summary>
    public string Unfinished(EdgeRelease release, Disk disk) {
        Directory.CreateDirectory(_folder);
        var mine = Path.Combine(_folder, $"{release.Sha256}.part");
        foreach (var other in Directory.GetFiles(_folder, "*.part").Where(f => f != mine)) disk.Delete(other);
        return mine;
    }

    public void Put(EdgeRelease release, string program, Disk disk) {
        disk.Delete(Notice);
        disk.Replace(program, Package);
        disk.WriteSecret(Notice, JsonSerializer.SerializeToUtf8Bytes(release));
    }

    public void Empty(Disk disk) {
        disk.Delete(Notice);
        disk.Delete(Package);
    }
}
