using System.Text;

namespace ClaimsCloud.Edge.Sensors;

/// <summary>Tells why the connector had to start: a mark lies in the data folder for as long as it runs, with the PC's own start in it.</summary>
internal sealed class Boot : IDisposable {
    public const string Start = "start";
    public const string PcRestarted = "restart";
    public const string Crash = "crash";
    private static readonly long TicksOfAnHour = TimeSpan.FromHours(1).Ticks;
    private readonly string _mark;

    public Boot(string dataFolder, TimeProvider time) {
        _mark = Path.Combine(dataFolder, "running");
        var now = BootId(time);
        Cause = !File.Exists(_mark) ? Start : File.ReadAllText(_mark) == now ? Crash : PcRestarted;
        File.WriteAllText(_mark, now);
    }

    public string Cause { get; }

    public void Dispose() => File.Delete(_mark);

    /// <summary>Windows has no id of a boot; the hour of it is near enough, and a clock that was set looks like a restart.</summary>
    private static string BootId(TimeProvider time) {
        const string linux = "/proc/sys/kernel/random/boot_id";
        if (File.Exists(linux)) return File.ReadAllText(linux, Encoding.ASCII).Trim();
        return $"{(time.GetUtcNow() - TimeSpan.FromMilliseconds(Environment.TickCount64)).UtcTicks / TicksOfAnHour}";
    }
}
