using ClaimsCloud.Edge;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>A connector on a PC whose line, disk and clock obey the switches of the simulated closed network's page.</summary>
internal static class TroubledPc {
    private const long AlmostNothing = 50L << 20;

    public static EdgeOptions Options(string dataFolder, OnlineClaimsSystem switches) => new(dataFolder) {
        Checkpoint = step => {
            if (step == "before call" && switches.Has(Fault.LineCut)) throw new HttpRequestException("the line is cut");
        },
        FreeBytes = folder => switches.Has(Fault.DiskFull) ? AlmostNothing : new DriveInfo(folder).AvailableFreeSpace,
        Time = new Clock(switches),
    };

    private sealed class Clock(OnlineClaimsSystem switches) : TimeProvider {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - (switches.Has(Fault.ClockOff) ? TimeSpan.FromDays(1) : TimeSpan.Zero);
    }
}
