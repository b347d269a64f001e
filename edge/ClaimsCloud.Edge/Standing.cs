using System.Text;

namespace ClaimsCloud.Edge;

/// <summary>
/// Whether this connector may act for its device. A PC that the cloud has heard from before may go on without a line; one that was copied, moved away or revoked
/// does nothing but ask again.
/// </summary>
internal sealed class Standing {
    public const string Fenced = "fenced";
    public const string Revoked = "device-revoked";
    public const string Moved = "device-moved";
    private const string NotHeardYet = "not-heard-yet";

    private readonly string _path;
    private readonly Disk _disk;

    public Standing(string dataFolder, Disk disk) {
        (_path, _disk, Place) = (Path.Combine(dataFolder, "place"), disk, Edge.Place.Of(dataFolder));
        WhyNot = File.Exists(_path) && File.ReadAllText(_path) == Place ? null : NotHeardYet;
    }

    public string Place { get; }

    public bool MayAct => WhyNot is null;

    /// <summary>The cloud's code, or null.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The cloud answered as to its own device.</summary>
    public void Accepted() {
        if (MayAct) return;
        _disk.WriteSecret(_path, Encoding.ASCII.GetBytes(Place));
        WhyNot = null;
    }

    /// <summary>Also a restart without a line must not act then.</summary>
    public void Lost(string code) {
        if (WhyNot == code) return;
        WhyNot = code;
        _disk.Delete(_path);
    }
}
