using System.Runtime.InteropServices;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.Updates;

/// <summary>
/// Tells the cloud which program runs here and what was rolled back, and brings what it offers into the <see cref="ReleaseFolder"/>, a piece a round: claims never wait
/// for a program. What may not go in is not fetched either.
/// </summary>
internal sealed class ReleaseFetch(EdgeOptions options, EdgeSettings settings, CloudLink cloud, Disk disk, Func<DateOnly> today, Alarms alarms) {
    private static readonly TimeSpan AskEvery = TimeSpan.FromHours(1);
    private readonly Trial _trial = new(options.Program, options.DataFolder, options.Time);
    private readonly ReleaseFolder _folder = new(options.DataFolder);
    private ReleaseOffer? _offer;
    private (EdgeProgram? Program, long At) _told;

    /// <summary>Null when the cloud was asked not long ago and nothing changed since.</summary>
    public EdgeProgram? ForHeartbeat() {
        var rolledBack = _trial.Bad is [.., var last] ? last : null;
        alarms.Set(Alarms.UpdateRolledBack, rolledBack is not null && EdgeRelease.VersionOf(rolledBack) > Version.Parse(options.Version));
        var program = new EdgeProgram(RuntimeInformation.RuntimeIdentifier, settings.Ring, rolledBack, _offer is null ? null : WhyNot(_offer.Release));
        return program == _told.Program && options.Time.GetElapsedTime(_told.At) < AskEvery ? null : program;
    }

    public void Told(EdgeProgram? program, ReleaseOffer? offer) {
        if (program is null) return;
        _told = (program, options.Time.GetTimestamp());
        _offer = offer;
    }

    public async Task Fetch(CancellationToken stop) {
        if (_folder.Release is { } lying && WhyNot(lying) is UpdateRule.NotNewer or UpdateRule.KnownBad) _folder.Empty(disk);
        if (_offer is not { } offer || _trial.IsUnderWay || WhyNot(offer.Release) is not null || _folder.HoldsSomething && _folder.Release?.Sha256 == offer.Release.Sha256) return;
        var unfinished = _folder.Unfinished(offer.Release, disk);
        await using (var file = new FileStream(unfinished, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None)) {
            if (file.Length < offer.Size) await cloud.Download(EdgeRoutes.ReleaseProgram, offer.ReleaseId, file, stop);
            if (file.Length < offer.Size) return;
            file.Flush(flushToDisk: true);
        }
        if (disk.Hash(unfinished) == offer.Release.Sha256) {
            _folder.Put(offer.Release, unfinished, disk);
            alarms.Note($"release {offer.Release.Version} fetched");
        } else {
            // Something on the way changes what it carries: the next try comes with the next offer, not at once.
            disk.Delete(unfinished);
            alarms.Note($"release {offer.Release.Version} damaged on the way");
            _offer = null;
        }
    }

    private string? WhyNot(EdgeRelease release) => UpdateRule.WhyNot(release, options, settings.Ring, _trial.Bad, today());
}
